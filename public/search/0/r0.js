sitegenSearch("search/0/r0.js",[
"2021",
]);
