import { withColon } from '#lib/format.ts'
import type { Block, LetterText, Reader } from './letter.ts'
import { oneLine, severalLines, unlinked } from './safe-text.ts'
import { words } from './words.ts'

const width = 76

/** The plain-text part: the same blocks in the same order, wrapped, addresses whole on lines of their own. */
export function plainText(letter: LetterText, reader: Reader): string {
  const { brand, language } = reader
  const w = words[language]
  const contact = [brand.supportEmail, brand.supportPhone].map(text => oneLine(text)).filter(Boolean)
  const parts = [
    clean(brand.name),
    ...letter.blocks.map(block => blockText(block, reader)),
    [wrap(w.questions(brand.supportName)), ...contact].join('\n'),
    withOwnAddress(wrap(w.sentTo(reader.name, reader.address, brand.name)), reader),
  ]
  return `${parts.join('\n\n')}\n`
}

function blockText(block: Block, reader: Reader): string {
  switch (block.kind) {
    case 'lead':
    case 'text':
    case 'note':
      return withOwnAddress(wrap(block.text), reader)
    case 'facts':
      return block.rows
        .map(({ label, value, more }) =>
          wrap(`${withColon(label, reader.language)} ${value}${more ? ` (${more})` : ''}`, '  '),
        )
        .join('\n')
    case 'quote': {
      const lines = severalLines(block.text).split('\n')
      return [
        wrap(withColon(block.label, reader.language)),
        ...lines.map(line => wrap(line, '> ', '> ')),
      ].join('\n')
    }
    case 'list':
      return [wrap(block.label), ...block.items.map(item => wrap(item, '  ', '- '))].join('\n')
    case 'code':
      return `${wrap(block.label)}\n\n    ${block.code}`
    case 'link':
      return `${wrap(block.text)}\n${wrap(withColon(block.label, reader.language))}\n${reader.brand.origin}${block.path}`
    case 'button':
      return `${wrap(withColon(block.label, reader.language))}\n${reader.brand.origin}${block.path}`
  }
}

function clean(text: string): string {
  return unlinked(oneLine(text, 1000))
}

/** The recipient's own address as it is, to be copied: it is the one address that may become a link. */
function withOwnAddress(text: string, { address }: Reader): string {
  return text.replaceAll(unlinked(address), address)
}

/** Breaks a line at blanks; `first` stands before the first line, `rest` before the others. */
function wrap(text: string, rest = '', first = ''): string {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  // No-break spaces hold together what belongs together.
  for (const word of clean(text).split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].map(each => each.trimEnd()).join('\n')
}
