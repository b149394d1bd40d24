/**
 * A letter is shown as a document of no origin, whose links leave the frame when somebody presses them. Scripts are
 * allowed here for the tools that examine the page (screen readers' helpers, tests) and forbidden by the document's own
 * policy, `default-src 'none'`: nothing in a letter runs.
 */
export const letterSandbox =
  'allow-scripts allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox'
