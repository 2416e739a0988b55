// What the Web Content Accessibility Guidelines 2.2 ask of a page, as far as a script can see it. Returns faults.
const faults = [];
const all = [...document.querySelectorAll("body *")];
const isShown = (element) => element.getClientRects().length > 0;
const expect = (holds, fault) => { if (!holds) { faults.push(fault); } };
const name = (element) => element.tagName.toLowerCase() + (element.id ? "#" + element.id : "");

// Language, title and landmarks.
expect(document.documentElement.lang !== "", "the page has no language");
expect(document.title.trim() !== "", "the page has no title");
expect(document.title === document.querySelector("h1").textContent, "the title is not that of the page");
for (const landmark of ["header", "nav", "main"]) {
  expect(document.querySelectorAll(landmark).length === 1, "there is not one " + landmark);
}

// Labels: 4.1.2.
for (const control of document.querySelectorAll("input, button, a[href], summary")) {
  const label = control.labels && control.labels.length > 0 ? control.labels[0].textContent : control.textContent;
  expect(label.trim() !== "", name(control) + " has no label");
}

// Headings: 1.3.1.
let level = 0;
for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
  if (heading.closest("nav")) { continue; }
  const next = Number(heading.tagName[1]);
  expect(next <= level + 1, "the heading '" + heading.textContent.slice(0, 40) + "' skips a level");
  level = next;
}
expect(document.querySelectorAll("h1").length === 1, "there is not one heading of the page");

// Places.
const ids = all.map((element) => element.id).filter((id) => id !== "");
expect(new Set(ids).size === ids.length, "two elements have the same id");
for (const link of document.querySelectorAll("a[href]")) {
  const target = link.getAttribute("href");
  if (target.startsWith("#")) {
    expect(document.getElementById(decodeURIComponent(target.slice(1))) !== null, target + " leads nowhere");
  } else {
    expect(/^(https?:|mailto:)/.test(target), target + " is no link of the Web");
  }
}

// Nothing of the document is HTML.
expect(document.scripts.length === 1, "there are other scripts");
for (const element of all) {
  for (const attribute of element.attributes) {
    expect(!attribute.name.startsWith("on"), name(element) + " has " + attribute.name);
  }
}

// Focus in the order of the page: 2.4.3.
expect(document.querySelectorAll("[tabindex]:not([tabindex='-1'])").length === 0, "the order of focus is changed");

// Contrast: 1.4.3.
const channels = (color) => color.match(/[\d.]+/g).map(Number);
const luminance = (color) => {
  const parts = channels(color).slice(0, 3).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
};
const ground = (element) => {
  for (let outer = element; outer; outer = outer.parentElement) {
    const color = getComputedStyle(outer).backgroundColor;
    if (channels(color)[3] !== 0) { return color; }
  }
  return "rgb(255, 255, 255)";
};
const pairs = new Map();
for (const element of all) {
  const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  if (hasText && isShown(element)) {
    pairs.set(getComputedStyle(element).color + " on " + ground(element), element);
  }
}
for (const [pair, element] of pairs) {
  const [text, behind] = pair.split(" on ").map(luminance);
  const ratio = (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
  expect(ratio >= 4.5, "the contrast of " + name(element) + " is " + ratio.toFixed(2) + ": " + pair);
}

// Lines of text fit on the screen: 1.4.10.
expect(document.documentElement.scrollWidth <= innerWidth, "the page is wider than the screen");
for (const element of document.querySelectorAll("pre, p, dd, dt, li")) {
  expect(element.scrollWidth <= element.clientWidth + 1, name(element) + " is wider than its place");
}
return faults;
