sitegenSearch("search/index.js",[
{"words":1,"digits":0,"paths":64,"parts":4,
"starts":"B",
"years":{
"2021":"B"}},
]);
