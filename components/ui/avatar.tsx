/** The first letters of a name's first and last word; one of an address. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map(word => [...(word ?? '')][0]?.toLocaleUpperCase('en') ?? '').join('')
}

/** A person or a firm as a small mark with initials. The name stands beside it, so it is silent. */
export function Avatar({ name, shape = 'round' }: { name: string; shape?: 'round' | 'square' | undefined }) {
  // The style sheet sets the letters: they are a picture, not text to be read or searched.
  return <span className="avatar" data-shape={shape} data-letters={initials(name)} aria-hidden="true" />
}
