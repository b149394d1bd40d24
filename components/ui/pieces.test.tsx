import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { Address } from './address.tsx'
import { initials } from './avatar.tsx'
import { Badge } from './badge.tsx'
import { CancelLink, Dialog, DialogButton } from './dialog.tsx'
import { Menu, MenuLink } from './menu.tsx'
import { Notice } from './notice.tsx'
import { Pagination } from './pagination.tsx'
import { Search } from './search.tsx'
import { type Row, Table } from './table.tsx'
import { Chips, Tiles } from './tiles.tsx'

describe('Table', () => {
  const markup = renderToStaticMarkup(
    <Table
      caption="Partners"
      columns={[
        { id: 'who', label: 'Partner', rowHeading: true },
        { id: 'ends', label: 'Ends' },
        { id: 'acts', label: 'Actions', hideLabel: true },
      ]}
      rows={[
        {
          key: '1',
          highlight: 'waiting',
          cells: { acts: 'Revoke', who: 'Brightline IT', ends: 'Ends in 5 h' },
        },
      ]}
    />,
  )

  test('gives every cell the name of its column, for the card it becomes', () => {
    expect(markup).toContain('<td role="cell" data-label="Ends">Ends in 5 h</td>')
    expect(markup).toMatch(/<th role="rowheader" scope="row">Brightline IT<\/th>/)
  })

  test('keeps the heading of a column of buttons for screen readers', () => {
    expect(markup).toContain('<span class="sr-only">Actions</span>')
  })

  test('says that it is a table even where its display is none', () => {
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
      expect(markup).toContain(`role="${role}"`)
  })

  test('compiles only with one entry for each column', () => {
    type Cells = Row<'who' | 'ends'>['cells']
    expectTypeOf<{ who: string; ends: string }>().toExtend<Cells>()
    expectTypeOf<{ who: string }>().not.toExtend<Cells>()
  })
})

test('Badge says its state in words beside a silent icon', () => {
  const markup = renderToStaticMarkup(<Badge tone="success">Active</Badge>)
  expect(markup).toContain('aria-hidden="true"')
  expect(markup).toContain('</svg>Active</span>')
})

describe('Dialog', () => {
  test('is named by its title, and left by a link that leads somewhere without a script', () => {
    const markup = renderToStaticMarkup(
      <Dialog id="review" title="Review access" closeLabel="Close">
        <CancelLink href="/requests" first>
          Cancel
        </CancelLink>
      </Dialog>,
    )
    expect(markup).toContain('<dialog id="review" class="dialog" aria-labelledby="review-title">')
    expect(markup).toContain('command="close" commandfor="review"')
    expect(markup).toMatch(/<a href="\/requests" data-closes="true" data-first-focus="true"/)
  })

  test('that only explains is opened by the browser alone', () => {
    const markup = renderToStaticMarkup(<DialogButton opens="help">Help</DialogButton>)
    expect(markup).toContain('command="show-modal" commandfor="help"')
  })
})

test('Menu needs no script: the browser’s own popover', () => {
  const markup = renderToStaticMarkup(
    <Menu id="m1" label="More for Brightline IT">
      <MenuLink href="/x">Shorten</MenuLink>
    </Menu>,
  )
  expect(markup).toMatch(/<button type="button" popoverTarget="m1" aria-label="More for Brightline IT"/i)
  expect(markup).toMatch(/<div id="m1" popover="auto"/)
})

test('an address breaks behind its at and its dots alone, and is copied whole', () => {
  const markup = renderToStaticMarkup(<Address>zoe.roy@erable.example</Address>)
  expect(markup).toBe('zoe.<wbr/>roy@<wbr/>erable.<wbr/>example')
})

test('Notice is announced only where it is news', () => {
  expect(renderToStaticMarkup(<Notice>Advice</Notice>)).not.toContain('role=')
  expect(renderToStaticMarkup(<Notice live="status">Saved</Notice>)).toContain('role="status"')
})

test('Tiles mark the filter that is on', () => {
  const markup = renderToStaticMarkup(
    <Tiles label="Filter" items={[{ href: '?f=a', label: 'Active', count: '4', current: true }]} />,
  )
  expect(markup).toMatch(/<a href="\?f=a" class="tile" aria-current="true">/)
})

test('Chips mark the filter that is on, and are named by the words before them', () => {
  const items = [{ href: '?f=week', label: 'In 1 to 7 days', count: '0', current: true }]
  const markup = renderToStaticMarkup(<Chips id="ends" label="Access ends" items={items} />)
  expect(markup).toContain('aria-labelledby="ends"><span id="ends" class="chips-label">Access ends</span>')
  expect(markup).toMatch(/<a href="\?f=week" class="chip" aria-current="true">In 1 to 7 days <span/)
})

test('Pagination is not there where there is nowhere to go', () => {
  expect(renderToStaticMarkup(<Pagination label="Pages" previous={null} next={null} />)).toBe('')
})

test('Search keeps the filter of the address', () => {
  const markup = renderToStaticMarkup(
    <Search label="Search partners" button="Search" keep={{ f: 'active', g: undefined }} />,
  )
  expect(markup).toContain('<input type="hidden" name="f" value="active"/>')
  expect(markup).not.toContain('name="g"')
  expect(markup, 'its name stands above the field, not inside it').toMatch(
    /<label for="([^"]+)">Search partners<\/label>.*<input id="\1"/,
  )
  expect(markup).not.toContain('placeholder')
})

test('initials', () => {
  expect(['Olivia Marsh', 'Érable Santé', 'cher', '', ' Ann  van der Berg '].map(initials)).toEqual([
    'OM',
    'ÉS',
    'C',
    '',
    'AB',
  ])
})
