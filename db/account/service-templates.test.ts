import { afterAll, beforeEach, expect, test } from 'vitest'
import type { ServiceTemplateContent } from '#lib/account/service-template.ts'
import type { AccountChange } from '../change.ts'
import { newWorld } from '../proof/world.ts'
import {
  addServiceTemplate,
  editServiceTemplate,
  offeredTemplates,
  removeServiceTemplate,
  restoreServiceTemplate,
  serviceTemplateOf,
  serviceTemplatesOf,
} from './service-templates.ts'

const world = await newWorld()
afterAll(() => world.close())
const maple = world.account('maple-logistics')
const email = 'platform@northwind.example'

async function act<T>(work: (change: AccountChange) => Promise<T>): Promise<T> {
  const answer = await world.onAccount(email, maple, 'branding.update', work)
  if (answer === 'not-found') throw new Error('may not')
  return answer as T
}
const dock: ServiceTemplateContent = {
  name: 'Dock phone',
  product: 'cloud-pbx',
  label: 'Dock',
  level: '',
  supportText: '',
}
async function added(content = dock): Promise<string> {
  const answer = await act(change => addServiceTemplate(change, content))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value.templateId
}
const history = () =>
  world.rows<{ action: string; data: object }>(
    `select action, data from event where account_id = $1 and action like 'service-template.%' order by id desc limit 1`,
    [maple],
  )

beforeEach(() => world.rows('delete from service_template'))

test('a template is added, changed, removed and brought back, each told in the history', async () => {
  const id = await added()
  const typed = { ...dock, label: 'Dock 2', level: 'admin' }
  expect(await act(change => editServiceTemplate(change, id, dock, typed))).toMatchObject({
    value: { outcome: 'changed' },
  })
  expect((await history())[0]).toMatchObject({
    action: 'service-template.updated',
    data: { what: 'Dock phone', changes: { label: ['Dock', 'Dock 2'], level: ['', 'admin'] } },
  })
  const late = await act(change => editServiceTemplate(change, id, dock, { ...dock, supportText: 'Ask Ana' }))
  expect(late).toMatchObject({ value: { outcome: 'meanwhile', theirs: ['label', 'level'] } })
  await act(change => removeServiceTemplate(change, id))
  expect(await act(({ tx }) => serviceTemplatesOf(tx, maple))).toEqual([])
  expect(await act(change => removeServiceTemplate(change, id))).toMatchObject({ refusal: 'removed' })
  expect(await act(change => editServiceTemplate(change, id, typed, dock))).toMatchObject({
    refusal: 'removed',
    seen: { by: world.actor(email).name },
  })
  await act(change => restoreServiceTemplate(change, id))
  expect(await act(({ tx }) => serviceTemplateOf(tx, maple, id))).toMatchObject({ ...typed, removed: null })
  expect(await act(change => restoreServiceTemplate(change, id))).toMatchObject({ refusal: 'there' })
})

test('none comes back beside one of its name, nor after its days', async () => {
  const id = await added()
  await act(change => removeServiceTemplate(change, id))
  await added({ ...dock, name: 'DOCK PHONE' })
  expect(await act(change => restoreServiceTemplate(change, id))).toMatchObject({ refusal: 'name-taken' })
  await world.rows(`update service_template set ended_at = now() - interval '31 days' where id = $1`, [id])
  expect(await act(change => restoreServiceTemplate(change, id))).toMatchObject({ refusal: 'not-found' })
})

test('another account’s is not there, and one is offered only beside the products that are', async () => {
  const id = await added()
  const harbour = world.account('harbour-dental')
  expect(await act(({ tx }) => serviceTemplateOf(tx, harbour, id))).toBeNull()
  const offered = (products: string[]) =>
    act(({ tx }) => offeredTemplates(tx, maple, products).then(all => all.map(one => one.id)))
  expect(await offered(['branding', 'cloud-pbx'])).toEqual([id])
  expect(await offered(['branding', 'sip-trunks'])).toEqual([])
  expect(await offered(['cloud-pbx'])).toEqual([])
})
