import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { LongTable, type Piece } from './long-table.tsx'
import { element, text } from './markup.ts'
import { type Column, Table, TwoLines } from './table.tsx'

const columns: readonly Column<'who' | 'state' | 'ends' | 'acts'>[] = [
  { id: 'who', label: 'Who & where', rowHeading: true },
  { id: 'state', label: 'State' },
  { id: 'ends', label: 'Ends' },
  { id: 'acts', label: 'Actions', hideLabel: true, align: 'end', narrow: true },
]
const at = new Date('2026-11-24T08:12:30Z')
const hostile = `"><script>alert('x')</script>&amp;`

/** The same whatever the order of an element's attributes and the case in which they are written. */
function alike(markup: string): string {
  return markup.replace(/<([a-z]+)((?: [\w-]+="[^"]*")*)>/gi, (_, name: string, attributes: string) => {
    const sorted = [...attributes.matchAll(/ ([\w-]+)(="[^"]*")/g)].map(
      ([, key, value]) => `${key?.toLowerCase()}${value}`,
    )
    return `<${[name, ...sorted.sort()].join(' ')}>`
  })
}

test('writes the very same table as React', () => {
  const long = renderToStaticMarkup(
    <LongTable
      caption={hostile}
      columns={columns}
      rows={[
        {
          faded: true,
          cells: {
            who: [{ href: '/a?b=1&c=2', id: 'grant-1', text: hostile }, 'Can come in: Ana'],
            state: [{ tone: 'success', icon: 'check-circle', text: 'Active' }, null],
            ends: [
              { at, text: 'Ends in 5 h', span: 'ends' },
              { at, text: 'Tue', title: hostile },
            ],
            acts: { sendsTo: '/a/1', name: 'act', value: 'revoke', text: 'Revoke', describedBy: 'grant-1' },
          },
        },
        {
          faded: false,
          cells: { who: 'Plain', state: { tone: 'info', text: 'Soon' }, ends: 'No end', acts: null },
        },
      ]}
    />,
  )
  const iso = at.toISOString()
  const react = renderToStaticMarkup(
    <Table
      caption={hostile}
      hideCaption
      columns={columns}
      rows={[
        {
          key: '1',
          faded: true,
          cells: {
            who: (
              <TwoLines
                first={
                  <a href="/a?b=1&c=2" id="grant-1">
                    {hostile}
                  </a>
                }
                second="Can come in: Ana"
              />
            ),
            state: (
              <Badge tone="success" icon="check-circle">
                Active
              </Badge>
            ),
            ends: (
              <TwoLines
                first={
                  <time dateTime={iso} data-span="ends">
                    Ends in 5 h
                  </time>
                }
                second={
                  <time dateTime={iso} title={hostile}>
                    Tue
                  </time>
                }
              />
            ),
            acts: (
              <form>
                <Button type="submit" size="small" name="act" value="revoke" aria-describedby="grant-1">
                  Revoke
                </Button>
              </form>
            ),
          },
        },
        {
          key: '2',
          faded: false,
          cells: { who: 'Plain', state: <Badge tone="info">Soon</Badge>, ends: 'No end', acts: null },
        },
      ]}
    />,
  )
  // A button's own address is for the long table alone, where one form stands around all rows.
  const expected = react
    .replace('<form>', '')
    .replace('</form>', '')
    .replace('<button', '<button formaction="/a/1"')
  expect(alike(long).replace('<form class="table-scroll">', '').replace('</form>', '')).toBe(
    alike(expected).replace('<div class="table-scroll">', '').replace('</div>', ''),
  )
  expect(long).not.toContain('<script')
})

test.each<Piece>([
  hostile,
  { href: hostile, id: hostile, text: hostile },
  { tone: 'info', text: hostile },
  { at, text: hostile, title: hostile, span: hostile },
  { sendsTo: hostile, name: hostile, value: hostile, text: hostile, describedBy: hostile },
])('nothing that somebody typed becomes markup: %j', piece => {
  const cells = { who: [piece, piece] as const, state: null, ends: piece, acts: piece }
  const markup = renderToStaticMarkup(<LongTable caption="x" columns={columns} rows={[{ cells }]} />)
  expect(markup).not.toContain('<script')
})

test('markup escapes texts and attributes, and leaves out what is off', () => {
  expect(
    element('a', { href: `"'<>&`, id: undefined, hidden: false, 'data-acts': true }, text(`"'<>&`)),
  ).toBe('<a href="&quot;&#x27;&lt;&gt;&amp;" data-acts="true">&quot;&#x27;&lt;&gt;&amp;</a>')
})
