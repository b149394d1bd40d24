import type { Block, FactRow } from './letter.ts'
import type { lookOf } from './look.ts'
import { oneLine, severalLines, unlinked } from './safe-text.ts'

type Look = ReturnType<typeof lookOf>

/** A line of text as letters show it: cleaned, and nothing in it becomes a link. React escapes it. */
export function harmless(text: string): string {
  return unlinked(oneLine(text, 1000))
}

/** A row of the letter's one-column table. */
export function Row({ space = 24, children }: { space?: number; children: React.ReactNode }) {
  return (
    <tr>
      <td className="cell" style={{ padding: `${space}px 32px 0` }}>
        {children}
      </td>
    </tr>
  )
}

interface BlockProps {
  readonly block: Block
  readonly look: Look
  readonly origin: string
  readonly pasteAddress: string
}

/** One block of a letter as table rows. */
export function BlockRow({ block, look, origin, pasteAddress }: BlockProps) {
  switch (block.kind) {
    case 'lead':
      return (
        <Row>
          <h1 className="text" style={look.lead}>
            {harmless(block.text)}
          </h1>
        </Row>
      )
    case 'text':
      return (
        <Row space={16}>
          <p className="text" style={look.text}>
            {harmless(block.text)}
          </p>
        </Row>
      )
    case 'note':
      return (
        <Row>
          <p className="quiet" style={look.small}>
            {harmless(block.text)}
          </p>
        </Row>
      )
    case 'facts':
      return (
        <Row>
          <Facts rows={block.rows} look={look} />
        </Row>
      )
    case 'quote':
      return (
        <Row>
          <Quote block={block} look={look} />
        </Row>
      )
    case 'list':
      return (
        <Row>
          <List block={block} look={look} />
        </Row>
      )
    case 'code':
      return (
        <Row>
          <p className="quiet" style={look.small}>
            {harmless(block.label)}
          </p>
          <p className="text" style={block.code.length > 8 ? look.longCode : look.code}>
            {block.code}
          </p>
        </Row>
      )
    case 'link':
      return (
        <Row>
          <p className="text" style={look.text}>
            {harmless(block.text)}{' '}
            <a className="text" href={origin + block.path} style={look.link}>
              {harmless(block.label)}
            </a>
          </p>
        </Row>
      )
    case 'button':
      return (
        <Row>
          <Button block={block} look={look} origin={origin} />
          <p className="quiet" style={{ ...look.small, paddingTop: 16 }}>
            {pasteAddress}
          </p>
          <p className="quiet" style={look.address}>
            {origin + block.path}
          </p>
        </Row>
      )
  }
}

function Facts({ rows, look }: { rows: readonly FactRow[]; look: Look }) {
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'collapse' }}>
      <tbody>
        {rows.map(({ label, value, more }) => (
          <tr key={label + value}>
            <th scope="row" className="quiet line" style={{ ...look.factLabel, ...look.factLine }}>
              {harmless(label)}
            </th>
            <td className="text line" style={{ ...look.fact, ...look.factLine }}>
              {harmless(value)}
              {more ? (
                <>
                  <br />
                  <span className="quiet" style={look.small}>
                    {harmless(more)}
                  </span>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Quote({ block, look }: { block: Extract<Block, { kind: 'quote' }>; look: Look }) {
  const lines = unlinked(severalLines(block.text)).split('\n')
  return (
    <>
      <p className="quiet" style={{ ...look.label, paddingBottom: 8 }}>
        {harmless(block.label)}
      </p>
      <table width="100%" cellPadding={0} cellSpacing={0} role="presentation">
        <tbody>
          <tr>
            <td className="quote" style={look.quote}>
              {lines.map((line, i) => (
                // Lines have no other name than their place, and the place never changes.
                // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
                <span key={i}>
                  {line}
                  {i < lines.length - 1 ? <br /> : null}
                </span>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

function List({ block, look }: { block: Extract<Block, { kind: 'list' }>; look: Look }) {
  return (
    <>
      <p className="quiet" style={look.label}>
        {harmless(block.label)}
      </p>
      <ul style={{ margin: '8px 0 0', padding: '0 0 0 20px' }}>
        {block.items.map(item => (
          <li key={item} className="text" style={look.text}>
            {harmless(item)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Button({
  block,
  look,
  origin,
}: {
  block: Extract<Block, { kind: 'button' }>
  look: Look
  origin: string
}) {
  return (
    <table cellPadding={0} cellSpacing={0} role="presentation">
      <tbody>
        <tr>
          <td className="fill" style={{ backgroundColor: look.fill, borderRadius: 8 }}>
            <a className="on-fill" href={origin + block.path} style={look.button}>
              {harmless(block.label)}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
