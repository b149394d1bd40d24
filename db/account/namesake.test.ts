import { afterAll, expect, test } from 'vitest'
import { letterTwins, skeleton } from '#lib/alike.ts'
import { newWorld } from '../proof/world.ts'

const world = await newWorld()
afterAll(() => world.close())

const nasty = [
  'Harbour Dental',
  'HARBOUR-DENTAL',
  'H\u0430rb\u043eur D\u0435nt\u0430l',
  'Érable Santé inc.',
  'E\u0301rable',
  'Ｆｕｌｌ Ｗｉｄｔｈ ﬁ ² ™',
  'Modern Clinic 15 & Co. (0)',
  'vvorld | I1l',
  'Łódź ØRSTED Đorđe ħ',
  'Café «L’Étoile» – 100 %',
  '東京 電話',
  'Ёлка Йод',
  'שלום',
  '株式会社ＮＴＴ',
  'a\u200bb\u00adc\u2060d',
  '×÷§¶•…',
  ...Object.keys(letterTwins),
]

test('the database sees of a name what the rule sees of it', async () => {
  const { id } = await world.newAccount()
  for (const name of nasty) {
    const [row] = await world.rows<{ alike: string }>(
      'update account set name = $2 where id = $1 returning name_alike as alike',
      [id, name],
    )
    expect(row?.alike, name).toBe(skeleton(name))
  }
  console.log(`names as SQL and TypeScript see them: ${nasty.length} tries, 0 failures`)
})
