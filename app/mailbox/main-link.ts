/** A letter's button: where it leads and what stands on it. */
export interface MainLink {
  readonly href: string
  readonly label: string
}

// Written by our own frame, so its form is known; what people typed is escaped there and can't look like it.
const button = /<a class="on-fill" href="([^"]+)"[^>]*>([^<]+)<\/a>/

/** The button of a letter's HTML; null where it has none. */
export function mainLink(html: string): MainLink | null {
  const [, href, label] = button.exec(html) ?? []
  return href && label ? { href: unescaped(href), label: unescaped(label) } : null
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, entity => entities[entity] ?? entity)
}

/** A plain text cut at the addresses in it, so that these can be shown as links. */
export function cutAtAddresses(
  text: string,
): readonly { readonly text: string; readonly isAddress: boolean }[] {
  return text
    .split(/(https?:\/\/[^\s\u200B]+)/)
    .map((part, i) => ({ text: part, isAddress: i % 2 === 1 }))
    .filter(part => part.text !== '')
}
