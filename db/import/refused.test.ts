import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportSources } from './stage.ts'
import { done, folder, importWorld, type Texts, told } from './testing-world.ts'

const { world, take, digest, close } = await importWorld()
afterAll(() => close())

beforeAll(async () => {
  done(await take(folder))
})

const one = (file: keyof ImportSources, text: string) => take({ [file]: text } as Texts)

describe('rows against each other and against the portal are told with line and column, and nothing is done', () => {
  const head = 'account,name,legal_name,time_zone,parent,branding_domain'
  const people =
    'email,name,kind,account,partner,roles,modules,product,level,extension,language,branding_domain'
  const cases: readonly (readonly [string, Texts, readonly string[]])[] = [
    [
      'a short name twice',
      { accounts: `${head}\n,A B,A,UTC,,northwind.localhost\na-b,Other,A,UTC,,northwind.localhost` },
      ['accounts 3 account key-twice'],
    ],
    [
      'another account of that short name',
      { accounts: `${head}\n,Harbour-Dental,A,UTC,,northwind.localhost` },
      ['accounts 2 account other-name'],
    ],
    [
      'an unknown branding domain',
      { accounts: `${head}\n,A B,A,UTC,,southern.localhost` },
      ['accounts 2 branding_domain unknown-brand'],
    ],
    [
      'no branding domain of several',
      { accounts: `${head}\n,A B,A,UTC,,` },
      ['accounts 2 branding_domain brand-needed'],
    ],
    [
      'an unknown parent',
      { accounts: `${head}\n,A B,A,UTC,southern-bakery,northwind.localhost` },
      ['accounts 2 parent unknown-parent'],
    ],
    [
      'parents in a circle',
      {
        accounts: `${head}\na,A,A,UTC,b,northwind.localhost\nb,B,B,UTC,a,northwind.localhost\nc,C,C,UTC,a,northwind.localhost`,
      },
      ['accounts 2 parent parent-circle', 'accounts 3 parent parent-circle'],
    ],
    [
      'names in which there is nothing to read',
      { accounts: `${head}\nodd,!!!,A,UTC,,northwind.localhost`, partners: 'partner,name\nodd,???' },
      ['accounts 2 name no-letter', 'partners 2 name no-letter'],
    ],
    [
      'contacts of nobody’s, and two for one purpose',
      {
        people: [
          'email,name,kind,account,partner,roles,product,level,contact',
          'a@x.example,A A,administrator,harbour-dental,,account-owner,,,owner; support',
          'b@x.example,B B,account-manager,harbour-dental,,,,,support',
          'c@x.example,C C,end-user,harbour-dental,,,business-cloud-communications,user,owner',
          'd@x.example,D D,partner-technician,,brightline-it,,,,owner',
          'e@x.example,E E,account-manager,erable-sante,,,,,boss',
        ].join('\n'),
      },
      [
        'people 3 contact contact-twice',
        'people 4 contact not-for:end-user',
        'people 5 contact not-for:partner-technician',
        'people 6 contact not-in-list:owner, service, support, provisioning',
      ],
    ],
    [
      'a Partner ID twice',
      { partners: 'name,partner_id\nFirst Firm,BRT-4821\nSecond Firm,BRT-4821' },
      ['partners 2 partner_id id-taken', 'partners 3 partner_id id-taken', 'partners 3 partner_id id-twice'],
    ],
    [
      'another Partner ID',
      { partners: 'name,partner_id\nBrightline IT,CDR-7310' },
      ['partners 2 partner_id id-taken', 'partners 2 partner_id id-differs'],
    ],
    [
      'a name like another firm’s',
      { partners: 'partner,name\nbl,BrightIine lT\nnw,Northwind Telecom Help' },
      ['partners 2 name likeness', 'partners 3 name likeness'],
    ],
    [
      'unknown names',
      { relationships: 'partner,account\nnobody,nothing\noutback-networks,southern-bakery' },
      [
        'relationships 2 account unknown-account',
        'relationships 2 partner unknown-partner',
        'relationships 3 account unknown-account',
        'relationships 3 partner unknown-partner',
      ],
    ],
    [
      'a pair twice',
      { relationships: 'partner,account\ncedar-consulting,harbour-dental\ncedar-consulting,harbour-dental' },
      ['relationships 3 partner pair-twice'],
    ],
    [
      'an address on two accounts',
      {
        people: `${people}\na@x.example,A,account-manager,harbour-dental,,,,,,,,\nA@X.example,A,account-manager,maple-logistics,,,,,,,,`,
      },
      ['people 3 email one-place'],
    ],
    [
      'an account manager who is to be an end user',
      {
        people: `${people}\nmanager@harbour-dental.example,A,end-user,harbour-dental,,,,business-cloud-communications,user,,,`,
      },
      ['people 2 email one-place-held'],
    ],
    [
      'one of the provider’s own staff as an account manager, and as a partner’s person',
      {
        people: `${people}\nplatform@northwind.example,N,account-manager,harbour-dental,,,,,,,,\nPLATFORM@northwind.example,N,partner-technician,,brightline-it,,,,,,,`,
      },
      ['people 2 email platform-user', 'people 3 email platform-user'],
    ],
    [
      'a place twice',
      {
        people: `${people}\na@x.example,A,administrator,harbour-dental,,service-viewer,,,,,,\na@x.example,A,administrator,harbour-dental,,account-owner,,,,,,`,
      },
      ['people 3 email place-twice'],
    ],
    [
      'two names of one person',
      {
        people: `${people}\na@x.example,A,administrator,harbour-dental,,service-viewer,,,,,en,\na@x.example,B,portal-user,harbour-dental,,,fax,,,,fr,`,
      },
      ['people 3 name person-differs', 'people 3 language person-differs'],
    ],
    [
      'an extension twice',
      {
        people: `${people}\na@x.example,A,end-user,harbour-dental,,,,business-cloud-communications,user,801,,\nb@x.example,B,end-user,harbour-dental,,,,business-cloud-communications,user,801,,`,
      },
      ['people 3 extension extension-twice'],
    ],
    [
      'an extension that is taken',
      { people: `${people}\na@x.example,A,end-user,lakeside-clinic,,,,cloud-pbx,user,777,,` },
      ['people 2 extension extension-taken'],
    ],
    [
      'a new extension in the way of an emergency call',
      { people: `${people}\na@x.example,A,end-user,lakeside-clinic,,,,cloud-pbx,user,9110,,` },
      ['people 2 extension emergency-extension'],
    ],
    [
      'a product that the account lacks',
      { people: `${people}\na@x.example,A,end-user,harbour-dental,,,,cloud-pbx,user,,,` },
      ['people 2 product product-missing'],
    ],
    [
      'a role without its product',
      { people: `${people}\na@x.example,A,administrator,harbour-dental,,brand-contributor,,,,,,` },
      ['people 2 roles role-without-product'],
    ],
    [
      'a firm’s person without a home',
      { people: `${people}\na@x.example,A,partner-technician,,brightline-it,,,,,,,` },
      ['people 2 branding_domain brand-needed'],
    ],
  ]

  beforeAll(async () => {
    await world.rows(
      `update pbx_extension set number = '777' where membership_id in
        (select m.id from membership m join person p on p.id = m.person_id where p.email = 'ola@lakeside.example')`,
    )
  })

  test.each(cases)('%s', async (_, texts, expected) => {
    const before = await digest()
    const answer = await take(texts)
    expect([...told(answer)].sort()).toEqual([...expected].sort())
    expect(await digest()).toEqual(before)
  })

  test('an extension that is older than its rule is taken in again as it is', async () => {
    const ola = `select m.id from membership m join person p on p.id = m.person_id where p.email = 'ola@lakeside.example'`
    const renumber = (to: string) =>
      world.rows(`update pbx_extension set number = $1 where membership_id in (${ola})`, [to])
    await renumber('9110')
    const row = (number: string) =>
      `${people}\nola@lakeside.example,Ola Berg,end-user,lakeside-clinic,,,,cloud-pbx,user,${number},,`
    expect(done(await take({ people: row('9110') })).counts.people).toMatchObject({ same: 1 })
    expect(told(await take({ people: row('1120') }))).toEqual(['people 2 extension emergency-extension'])
    await renumber('777')
  })

  test('an extension to which another sends calls is kept', async () => {
    await world.rows(
      `insert into pbx_extension (provider_id, account_id, number, name, busy, busy_extension_id)
        select provider_id, account_id, '778', 'Lobby', 'extension', id from pbx_extension where number = '777'`,
    )
    const row = `${people}\nola@lakeside.example,Ola Berg,end-user,lakeside-clinic,,,,cloud-pbx,user,,,`
    expect(told(await take({ people: row }))).toEqual(['people 2 extension extension-in-use'])
    await world.rows(`delete from pbx_extension where number = '778'`)
  })

  test('an account without a PBX, or with as many extensions as it holds, gets none', async () => {
    const row = (number: string, who = 'ola@lakeside.example,Ola Berg') =>
      `${people}\n${who},end-user,lakeside-clinic,,,,cloud-pbx,user,${number},,`
    await world.rows(`insert into pbx_extension (provider_id, account_id, number, name)
      select x.provider_id, x.account_id, n::text, 'R' from pbx_extension x, generate_series(20000, 21998) n where x.number = '777'`)
    expect(told(await take({ people: row('776', 'a@x.example,A') }))).toEqual([
      'people 2 extension too-many-extensions',
    ])
    await world.rows(`delete from pbx_extension where name = 'R'`)
    const called = (from: string, to: string) =>
      world.rows('update account_product set product = $2 where product = $1', [from, to])
    await called('cloud-pbx', 'business-lines')
    expect(told(await take({ people: row('776') }))).toEqual(['people 2 extension no-pbx'])
    await called('business-lines', 'cloud-pbx')
  })

  test('one bad row keeps out all good ones', async () => {
    const before = await digest()
    expect(
      told(
        await one(
          'accounts',
          `${head}\n,Good One,Good,UTC,,northwind.localhost\n,Ba\u200bd,Bad,UTC,,northwind.localhost`,
        ),
      ),
    ).toEqual(['accounts 3 name not-a-line:3'])
    expect(await digest()).toEqual(before)
  })
})

test('the provider is named, and one import runs at a time', async () => {
  expect(await take(folder, { provider: 'nobody' })).toEqual({
    kind: 'no-provider',
    known: ['northwind', 'southern'],
  })
  const other = await world.pool.connect()
  await other.query('begin')
  await other.query(`select pg_advisory_xact_lock(hashtext('latchkey: import'), hashtext($1))`, [
    world.provider('northwind'),
  ])
  expect(await take(folder)).toEqual({ kind: 'running' })
  await other.query('rollback')
  other.release()
})
