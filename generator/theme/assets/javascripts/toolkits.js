// What scripts add to the pages. Everything on them can be read, followed and printed without.
import { startColours } from "./colours.js";
import { startFolding } from "./folding.js";
import { startMenu } from "./menu.js";
import { startSearch } from "./search.js";

startColours();
startFolding();
startMenu();
startSearch();

const address = document.getElementById("address");
if (address && !address.textContent) address.textContent = location.href.split("#")[0] ?? "";
