import { describe, expect, test } from 'vitest'
import { fileFieldAt, isOurForm } from './posted-form.ts'

const id = '7f7501c0258968205f24914152446beac0562a97e5'
const reference = JSON.stringify({ id, bound: '$@1' })
const idle = '[{"status":"idle"}]'
const refused = {
  status: 'refused',
  message: 'No.',
  fields: { a: 'b' },
  values: { a: '$$5', b: ['c', 'd'] },
  further: { href: '/x', label: 'On', newTab: true },
  overtaken: true,
}

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const plain = (more: Readonly<Record<string, string>> = {}) =>
  form({
    $ACTION_REF_3: '',
    '$ACTION_3:0': reference,
    '$ACTION_3:1': idle,
    $ACTION_KEY: 'k',
    once: 'x',
    ...more,
  })
const scripted = (args: string, more: Readonly<Record<string, string>> = {}) =>
  form({ _1_$ACTION_REF_3: '', _1_once: 'x', ...more, 0: args })

describe('what pages post', () => {
  test('without JavaScript', () => {
    expect(isOurForm(plain(), null)).toBe(true)
    expect(isOurForm(plain({ '$ACTION_3:1': JSON.stringify([refused]) }), null)).toBe(true)
    expect(isOurForm(plain({ note: '$F1', other: '["$B1"]' }), null), 'typed text is anything').toBe(true)
  })

  test('with JavaScript', () => {
    expect(isOurForm(scripted('[{"status":"idle"},"$K1"]'), id)).toBe(true)
    expect(isOurForm(scripted(JSON.stringify([refused, '$K1'])), id)).toBe(true)
    expect(isOurForm(scripted('[{"status":"done","message":"$undefined"},"$K1"]'), id)).toBe(true)
  })
})

describe('what no page posts', () => {
  const odd = ['', '[', '[]', '{"a":1}', '["$F1"]', '["$Q1"]', '["$B1"]', '0', 'null', '[null]', '[[[[[]]]]]']
  const states = [
    '[{"status":"done","x":"$F1"}]',
    '[{"status":"done","message":"$F1"}]',
    '[{"status":"refused","message":"$@2","fields":{},"values":{}}]',
    '[{"status":"refused","message":"a","fields":{},"values":{"a":"$B1"}}]',
    '[{"status":"refused","message":"a","fields":{},"values":{},"overtaken":"$B1"}]',
    '[{"status":"idle"},{"status":"idle"}]',
    '[{"status":"idle","__proto__":{"x":1}}]',
  ]

  test.each([...odd, ...states])('the state %s', value => {
    expect(isOurForm(plain({ '$ACTION_3:1': value }), null)).toBe(false)
    expect(isOurForm(scripted(value), id)).toBe(false)
  })

  test.each([...odd, JSON.stringify({ id: 'x', bound: '$@1' }), JSON.stringify({ id, bound: '$@2' })])(
    'the reference %s',
    value => {
      expect(isOurForm(plain({ '$ACTION_3:0': value }), null)).toBe(false)
    },
  )

  test('a part that is missing, doubled, foreign, or a file', () => {
    expect(isOurForm(form({ once: 'x' }), null)).toBe(false)
    expect(isOurForm(form({ $ACTION_REF_3: '', '$ACTION_3:0': reference }), null)).toBe(false)
    expect(isOurForm(plain({ $ACTION_REF_4: '' }), null)).toBe(false)
    expect(isOurForm(form({ [`$ACTION_ID_${id}`]: '' }), null)).toBe(false)
    expect(isOurForm(plain({ [`$ACTION_ID_${id}`]: '' }), null)).toBe(false)
    expect(isOurForm(plain({ '$ACTION_4:0': reference }), null)).toBe(false)
    const doubled = plain()
    doubled.append('$ACTION_3:1', idle)
    expect(isOurForm(doubled, null)).toBe(false)
    const file = plain()
    file.append('note', new Blob(['x']), 'x.txt')
    expect(isOurForm(file, null)).toBe(false)
    expect(isOurForm(scripted('[{"status":"idle"},"$K1"]', { 1: '[]' }), id)).toBe(false)
    for (const action of ['x', '', 'constructor', '0'.repeat(41)])
      expect(isOurForm(scripted('[{"status":"idle"},"$K1"]'), action)).toBe(false)
  })
})

describe('a form with a file', () => {
  const withFile = (data: FormData, name: string) => {
    data.append(name, new Blob(['x']), 'x.png')
    return data
  }
  const called = '[{"status":"idle"},"$K1"]'

  test('is ours where one is taken, in its one field', () => {
    expect(isOurForm(withFile(plain(), 'picture'), null, 'picture')).toBe(true)
    expect(isOurForm(withFile(scripted(called), '_1_picture'), id, 'picture')).toBe(true)
    expect(isOurForm(plain(), null, 'picture')).toBe(true)
  })

  test('is none of ours anywhere else', () => {
    expect(isOurForm(withFile(plain(), 'picture'), null)).toBe(false)
    expect(isOurForm(withFile(plain(), 'once'), null, 'picture')).toBe(false)
    expect(isOurForm(withFile(plain(), '$ACTION_3:1'), null, 'picture')).toBe(false)
    expect(isOurForm(withFile(withFile(plain(), 'picture'), 'picture'), null, 'picture')).toBe(false)
    expect(isOurForm(withFile(scripted(called), 'picture'), id, 'picture')).toBe(false)
    expect(isOurForm(withFile(scripted(called), '0'), id, 'picture')).toBe(false)
  })

  test('goes to the pages of pictures and of a module’s import, and to no other', () => {
    const domain = '0b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11'
    expect(fileFieldAt(`/provider/domains/${domain}/pictures`)).toBe('picture')
    expect(fileFieldAt('/accounts/maple-logistics/settings/branding')).toBe('picture')
    for (const module of ['phonebook', 'call-log'])
      expect(fileFieldAt(`/accounts/maple-logistics/${module}/import`)).toBe('file')
    expect(fileFieldAt('/accounts/maple-logistics/fax/new')).toBe('file')
    for (const other of [
      '/',
      '/accounts/maple-logistics/fax',
      '/accounts/maple-logistics/sms/new',
      '/profile',
      '/accounts/maple-logistics/settings/branding/templates/new',
      '/accounts/maple-logistics/logo/x',
      `/provider/domains/${domain}`,
      `/provider/domains/${domain}/pictures/logo`,
    ])
      expect(fileFieldAt(other)).toBeNull()
  })
})
