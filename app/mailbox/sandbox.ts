import { createHash } from 'node:crypto'

/**
 * A letter is shown as a document of no origin, whose links leave the frame when somebody presses them. Scripts are
 * allowed here for the one below, and for the tools that examine the page (screen readers' helpers, tests); the
 * document's own policy names that one by its hash, and nothing that came with a letter runs.
 */
export const letterSandbox =
  'allow-scripts allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox'

/** Tells the page around how tall the letter is, which nobody outside can measure: when asked, and whenever it changes. */
export const heightTeller = [
  "const tell=()=>parent.postMessage({letterHeight:document.body?.offsetHeight},'*')",
  "addEventListener('message',tell)",
  "addEventListener('load',()=>new ResizeObserver(tell).observe(document.body))",
].join(';')

export const heightTellerHash = `'sha256-${createHash('sha256').update(heightTeller).digest('base64')}'`
