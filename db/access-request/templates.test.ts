import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { mostTemplates, type TemplateContent, templateValues } from '#lib/access-request/template.ts'
import { historyOfPartner } from '../partner/history.ts'
import { newWorld } from '../proof/world.ts'
import {
  addTemplate,
  editTemplate,
  removeTemplate,
  templateChoices,
  templateOf,
  templatesOf,
} from './templates.ts'

const world = await newWorld()
afterAll(() => world.close())

const admin = 'admin@brightline.example'
const cedar = 'admin@cedar.example'
const content: TemplateContent = {
  name: 'First visit',
  reason: 'We look at the phones.',
  scope: { name: 'services', pages: [] },
  duration: { kind: 'hours', hours: 24 },
}

beforeEach(() => world.rows('delete from request_template'))

const asFirm = <T>(work: Parameters<typeof world.asPartner<T>>[2], email = admin) =>
  world.asPartner(email, email === cedar ? 'cedar-consulting' : 'brightline-it', work)
const add = (more: Partial<TemplateContent> = {}, email = admin) =>
  asFirm(change => addTemplate(change, { ...content, ...more }), email)
const remove = (id: string, email = admin) => asFirm(change => removeTemplate(change, id), email)
const edit = (id: string, shown: TemplateContent, typed: TemplateContent, email = admin) =>
  asFirm(change => editTemplate(change, id, templateValues(shown), typed), email)
const listed = async (email = admin) => {
  const all = await asFirm(({ tx, partner }) => templatesOf(tx, partner), email)
  return all === 'not-found' ? [] : all
}
async function added(more: Partial<TemplateContent> = {}): Promise<string> {
  const answer = await add(more)
  if (answer === 'not-found' || !answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.templateId
}

describe('a firm’s templates', () => {
  test('are kept, listed by name and used by all of its people, and by no other firm', async () => {
    await added({ name: 'Zebra' })
    const id = await added({ name: 'Éclair', scope: { name: 'chosen', pages: ['fax', 'sms'] } })
    expect((await listed()).map(one => one.name)).toEqual(['Éclair', 'Zebra'])
    expect(await listed(cedar)).toEqual([])
    const seen = await asFirm(({ tx, partner }) => templateOf(tx, partner, id), cedar)
    expect(seen).toBeNull()
    const choices = await world.asPartner('tech@brightline.example', 'brightline-it', ({ tx, partner }) =>
      templateChoices(tx, partner, id),
    )
    expect(choices).toMatchObject({
      names: [{ name: 'Éclair' }, { name: 'Zebra' }],
      chosen: { id, scope: { name: 'chosen', pages: ['fax', 'sms'] }, duration: content.duration },
    })
  })

  test('have names of their own, whatever the case and the accents', async () => {
    const id = await added({ name: 'Éclair' })
    expect(await add({ name: 'ECLAIR' })).toMatchObject({ refusal: 'name-taken' })
    expect(await add({ name: 'Eclair' }, cedar), 'another firm’s are no matter').toMatchObject({ ok: true })
    const other = await added({ name: 'Other' })
    const shown = { ...content, name: 'Other' }
    expect(await edit(other, shown, { ...content, name: 'éclair' })).toMatchObject({ refusal: 'name-taken' })
    await remove(id)
    expect(await add({ name: 'ECLAIR' }), 'once it is removed the name is free').toMatchObject({ ok: true })
  })

  test('are fifty at most, also where two add the last one at once', async () => {
    await world.rows(
      `insert into request_template (provider_id, partner_id, name, folded, reason, scope, duration)
        select provider_id, id, 'T' || n, 't' || n, 'x', 'services', '24h' from partner, generate_series(2, ${mostTemplates}) n where slug = 'brightline-it'`,
    )
    const answers = await Promise.all([add({ name: 'One' }), add({ name: 'Two' })])
    expect(answers.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
    expect(await listed()).toHaveLength(mostTemplates)
    expect(answers.find(one => one !== 'not-found' && !one.ok)).toMatchObject({ refusal: 'too-many' })
  })

  test('are refused where a request would be', async () => {
    expect(await add({ duration: { kind: 'until', date: '2020-01-01' } })).toMatchObject({
      refusal: 'ends-in-the-past',
    })
  })
})

describe('two administrators', () => {
  test('the second is told who changed what, and nothing of the first is lost', async () => {
    const id = await added()
    const theirs = { ...content, reason: 'Theirs.' }
    expect(await edit(id, content, theirs)).toMatchObject({ ok: true, value: { outcome: 'changed' } })
    const mine = { ...content, name: 'Mine' }
    expect(await edit(id, content, mine)).toMatchObject({
      value: {
        outcome: 'meanwhile',
        theirs: ['reason'],
        merged: { name: 'Mine', reason: 'Theirs.' },
        by: [{ fields: ['reason'], by: 'Amara Singh' }],
      },
    })
    expect(await edit(id, theirs, { ...theirs, name: 'Mine' })).toMatchObject({
      value: { outcome: 'changed' },
    })
    expect(await edit(id, theirs, { ...theirs, name: 'Mine' })).toMatchObject({
      value: { outcome: 'nothing' },
    })
    expect(await listed()).toMatchObject([{ name: 'Mine', reason: 'Theirs.' }])
  })

  test('what was removed is not changed, and whoever comes late reads by whom', async () => {
    const id = await added()
    expect(await remove(id)).toMatchObject({ ok: true })
    const late = { refusal: 'removed', seen: { by: 'Amara Singh' } }
    expect(await remove(id)).toMatchObject(late)
    expect(await edit(id, content, { ...content, name: 'Late' })).toMatchObject(late)
    expect(await asFirm(({ tx, partner }) => templateOf(tx, partner, id))).toMatchObject({
      removed: { by: 'Amara Singh' },
    })
  })

  test('of another firm reach nothing', async () => {
    const id = await added()
    expect(await remove(id, cedar)).toMatchObject({ refusal: 'not-found' })
    expect(await edit(id, content, { ...content, name: 'X' }, cedar)).toMatchObject({ refusal: 'not-found' })
    expect(await listed()).toHaveLength(1)
  })
})

test('each act stands in the firm’s own history, by name', async () => {
  const id = await added({ name: 'Told' })
  await edit(id, { ...content, name: 'Told' }, { ...content, name: 'Told again' })
  await remove(id)
  const told = await asFirm(({ tx, partner }) =>
    historyOfPartner(tx, partner, { search: '', before: undefined }),
  )
  const events = told === 'not-found' ? [] : told.events.slice(0, 3)
  expect(events.map(one => [one.action, one.facts.what, one.by])).toEqual([
    ['template.removed', 'Told again', 'Amara Singh'],
    ['template.updated', 'Told', 'Amara Singh'],
    ['template.added', 'Told', 'Amara Singh'],
  ])
})
