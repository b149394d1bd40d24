import { formOn, get, handOf, has, post } from './fixtures/by-hand.ts'
import { aPicture, domainId } from './fixtures/guarded/domains.ts'
import { expect, test } from './fixtures/test.ts'

const platform = 'platform@northwind.example'

test('a file reaches the one action that takes it, in its one field, once, and no other', async ({
  portal,
  db,
}) => {
  const id = await domainId(db, 'northwind')
  const hand = await handOf(db, platform)
  const path = `/provider/domains/${id}/pictures`
  const form = await formOn(portal, hand, path, one => has(one, 'kind', 'logo'))
  const plain = form.fields.filter(([name]) => name !== 'picture')
  const before = await db.digest()
  const send = (to: string, files: Parameters<typeof post>[5], fields = plain) =>
    post(portal, hand, to, fields, {}, files)
  const other = { ...aPicture, name: 'logo' }
  const refused: (readonly [string, string, Parameters<typeof post>[5]])[] = [
    ['another page', `/provider/domains/${id}/edit`, [aPicture]],
    ['the profile', '/profile', [aPicture]],
    ['another field', path, [other]],
    ['two files', path, [aPicture, aPicture]],
    ['one too many', path, [aPicture, other]],
    ['an id that is none', '/provider/domains/x/pictures', [aPicture]],
  ]
  for (const [what, to, files] of refused) expect((await send(to, files)).status, what).toBe(400)
  const huge = { ...aPicture, bytes: Buffer.alloc(1_100_000) }
  expect((await send(path, [huge])).status, 'more than a megabyte').toBe(413)
  // A file where a text belongs, in a form whose action takes none.
  const colours = await formOn(portal, hand, `/provider/domains/${id}/colours`, one => has(one, 'accentDark'))
  expect((await send(path, [aPicture], [...colours.fields])).status).toBe(200)
  const texts = await post(portal, hand, path, [...plain, ['picture', 'no file at all']])
  expect(texts.status).toBe(200)
  expect(texts.body).toContain('Choose a file first.')
  expect(await db.digest()).toBe(before)
})

test('what is no picture, or too much of one, is refused with its place and its cure', async ({
  portal,
  db,
}) => {
  const id = await domainId(db, 'northwind')
  const hand = await handOf(db, platform)
  const path = `/provider/domains/${id}/pictures`
  const before = await db.digest()
  const wide = Buffer.from(aPicture.bytes)
  wide.writeUInt32BE(20_000, 16)
  const bad = {
    'HTML that calls itself PNG': [Buffer.from('<!doctype html><script>alert(1)</script>'), 'not a PNG'],
    SVG: [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'not a PNG'],
    '20,000 pixels wide': [wide, 'too large'],
    'half a file': [Buffer.from(aPicture.bytes.slice(0, 300)), 'damaged'],
    'a PNG that goes on as a page': [
      Buffer.concat([Buffer.from(aPicture.bytes.slice(0, 60)), Buffer.from('<html>')]),
      'damaged',
    ],
    '600 kB': [Buffer.concat([Buffer.from(aPicture.bytes), Buffer.alloc(600_000)]), 'larger than 512'],
  } as const
  for (const [what, [bytes, sentence]] of Object.entries(bad)) {
    const form = await formOn(portal, hand, path, one => has(one, 'kind', 'logo'))
    const fields = form.fields.filter(([name]) => name !== 'picture')
    const answer = await post(portal, hand, path, fields, {}, [{ ...aPicture, bytes }])
    expect(answer.status, what).toBe(200)
    expect(answer.body, what).toContain(sentence)
  }
  expect(await db.digest()).toBe(before)
})

test('a picture is kept as it was made anew, and two presses of one form are one change', async ({
  portal,
  db,
}) => {
  const id = await domainId(db, 'northwind')
  const hand = await handOf(db, platform)
  const path = `/provider/domains/${id}/pictures`
  const form = await formOn(portal, hand, path, one => has(one, 'kind', 'logo'))
  const fields = form.fields.filter(([name]) => name !== 'picture')
  // A page that hides behind the end of a picture does not survive.
  const file = {
    ...aPicture,
    bytes: Buffer.concat([Buffer.from(aPicture.bytes), Buffer.from('<script>alert(1)</script>')]),
  }
  const answers = await Promise.all([0, 1, 2].map(() => post(portal, hand, path, fields, {}, [file])))
  expect(answers.map(one => one.status)).toEqual([303, 303, 303])
  expect(await db.value('select logo_version from branding_domain where id = $1', [id])).toBe(2)
  const served = await get(portal, hand, '/brand/logo?v=2')
  expect(served.status).toBe(200)
  expect(served.body).not.toContain('<script>')
  // The same key with another file is another form.
  const forged = await post(portal, hand, path, fields, {}, [aPicture])
  expect(forged.status).toBe(200)
  expect(await db.value('select logo_version from branding_domain where id = $1', [id])).toBe(2)
})

test('nobody but the portal makes the page that leads on from a host', async ({ portal }) => {
  const answer = await portal.ask('northwind', { path: '/moved?to=https://evil.example/&seal=x' })
  expect(answer.body).not.toContain('evil.example/"')
  expect(answer.status).toBe(404)
})
