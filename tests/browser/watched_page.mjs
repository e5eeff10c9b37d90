import assert from "node:assert/strict";

/**
 * Opens a page while `use(page)` runs, and then holds it to its promises: every request went to
 * `address`, nothing was complained about in the console, no dialog came up.
 */
export async function watched(browser, address, use, options = {}) {
  const { mayFail = false, ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...contextOptions,
  });
  const requests = [];
  const complaints = [];
  context.on("request", (request) => requests.push(request.url()));
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(`${error}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => complaints.push(`popup: ${popup.url()}`));
  try {
    await use(page);
    const outside = requests.filter((url) => !url.startsWith(address) && !url.startsWith("data:"));
    assert.deepEqual(outside, [], "requests that left the machine");
    if (!mayFail) assert.deepEqual(complaints, [], "complaints of the browser");
  } finally {
    await context.close();
  }
}

/** The words of the marks at which the page has landed, joined where other marks split them. */
export const landedWords = (page) =>
  page.locator(".landing").evaluateAll((parts) => parts.map((part) => part.textContent).join(""));

export async function isSeen(locator) {
  const box = await locator.first().boundingBox();
  const { width, height } = locator.page().viewportSize();
  return box !== null && box.y >= 0 && box.y + box.height <= height && box.x >= 0 && box.x < width;
}

export const rowOf = (page, title) =>
  page.locator("#app tr.row").filter({ has: page.getByRole("button", { name: title }) });
