import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { askManyForm, extraFrom, extraText, grantsMeant, mostAtOnce, packedEnds } from './terms-forms.ts'

const ids = Array.from({ length: mostAtOnce + 1 }, () => randomUUID())
const [a = '', b = '', c = ''] = ids
const end = '2026-12-01T10:00:00.000Z'
const packed = (shown: readonly string[]) => packedEnds(shown.map(id => ({ id, endsAt: new Date(end) })))
const form = { partner: randomUUID(), shown: packed([a, b]), duration: '24h', reason: '' }

describe('the form that asks several accounts', () => {
  const meant = (more: object) => {
    const parsed = askManyForm.safeParse({ ...form, ...more })
    return parsed.success ? grantsMeant(parsed.data) : parsed.error.issues.map(one => one.path[0])
  }
  test('means what is chosen, each once, or all that was shown', () => {
    expect(meant({ grants: [b, b.toUpperCase()] })).toEqual([b])
    expect(meant({ all: 'on' })).toEqual([a, b])
    expect(meant({ all: 'on', grants: [a, c] })).toEqual([a, b, c])
  })
  test.each([
    [{}, 'grants'],
    [{ grants: [] }, 'grants'],
    [{ grants: ['x'] }, 'grants'],
    [{ grants: ids }, 'grants'],
    [{ all: 'on', shown: packed(ids.slice(1)), grants: [a] }, 'grants'],
    [{ all: 'on', shown: 'x y' }, 'shown'],
    [{ all: 'on', shown: packed(ids) }, 'shown'],
    [{ all: 'on', shown: a }, 'shown'],
    [{ all: 'on', shown: `${a}=2026-99-01T10:00:00.000Z` }, 'shown'],
    [{ grants: [a], duration: 'until' }, 'until'],
    [{ grants: [a], duration: 'asked' }, 'duration'],
    [{ grants: [a], reason: 'x'.repeat(1001) }, 'reason'],
  ])('%# is refused', (more, field) => {
    expect(meant(more)).toContain(field)
  })
})

test('how much more is read back as it was kept', () => {
  for (const text of ['most', '24h', 'ongoing', 'until:2026-12-31']) {
    const extra = extraFrom(text)
    expect(extra && extraText(extra)).toBe(text)
  }
  expect(extraFrom('x')).toBeNull()
})
