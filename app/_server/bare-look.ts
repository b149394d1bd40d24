import { createHash } from 'node:crypto'

/** The look of pages that belong to no brand. */
export const bareStyle = `:root{color-scheme:light dark;--ink:light-dark(#1b1f27,#eceef2);--muted:light-dark(#5b6472,#a3abb8);
--line:light-dark(#dfe3e9,#343a45);--canvas:light-dark(#f6f7f9,#14171c);--surface:light-dark(#fff,#1c2027);--link:light-dark(#1f55b5,#8db4ff)}
*{box-sizing:border-box;margin:0}body{padding:clamp(1.5rem,9vh,5rem) 1rem;background:var(--canvas);color:var(--ink);font:0.9375rem/1.5 system-ui,sans-serif}
main{display:grid;gap:1.25rem;max-width:34rem;margin:auto;padding:clamp(1.25rem,5vw,2rem);border:1px solid var(--line);border-radius:.875rem;background:var(--surface)}
h1{font-size:1.375rem;line-height:1.25}ul{display:grid;gap:.5rem;padding:0;list-style:none}
a{display:grid;padding:.625rem .875rem;border:1px solid var(--line);border-radius:.625rem;color:var(--link);font-weight:500;text-decoration:none}
a:hover{border-color:currentcolor}a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
small,section+section{color:var(--muted)}small{font-weight:400}section{display:grid;gap:.5rem}
section+section{padding-block-start:1.25rem;border-block-start:1px solid var(--line)}code{font-family:ui-monospace,monospace;font-size:.9em}`

/** The page has one style sheet, which is the same for everybody, and nothing else that could run or be fetched. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(bareStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const bareHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

export function asText(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
}
