import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemText } from '#lib/import/words.ts'
import { newWorld } from '../proof/world.ts'
import { type ImportAnswer, importFiles } from './import.ts'
import type { ImportSources } from './stage.ts'

const world = await newWorld()
const client = new pg.Client({ connectionString: world.database.url })
beforeAll(() => client.connect())
afterAll(async () => {
  await client.end()
  await world.close()
})

type Texts = Partial<Record<keyof ImportSources, string>>
const secret = 'a secret of the tests, which guards nothing'

async function* pieces(text: string) {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += 1_000) yield bytes.subarray(from, from + 1_000)
}

function take(
  texts: Texts,
  { apply = true, invite = false, provider = 'northwind' } = {},
): Promise<ImportAnswer> {
  const sources = Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, pieces(text)]))
  return importFiles(client, { provider, sources, apply, inviteWith: invite ? secret : null })
}

function done(answer: ImportAnswer) {
  if (answer.kind === 'problems') throw new Error(answer.problems.map(problemText).join('\n'))
  if (answer.kind !== 'done') throw new Error(answer.kind)
  return answer
}

function told(answer: ImportAnswer): readonly string[] {
  if (answer.kind !== 'problems') throw new Error(answer.kind)
  expect(answer.count).toBe(answer.problems.length)
  return answer.problems.map(({ file, line, column, code }) => `${file} ${line} ${column} ${code}`)
}

/** Everything that an import could touch. */
async function digest() {
  const tables = [
    'account',
    'account_product',
    'partner',
    'partner_staff',
    'person',
    'membership',
    'channel_relationship',
    'event',
    'letter',
    'one_time_token',
  ]
  const parts = tables.map(
    table =>
      `(select '${table} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from ${table} t)`,
  )
  const rows = await world.rows<{ all: string[] }>(`select array[${parts.join(', ')}] as all`)
  return rows[0]?.all
}

const folder: Texts = {
  accounts: [
    'account,name,legal_name,time_zone,city,phone,parent,branding_domain,products',
    ',Lakeside Clinic,Lakeside Clinic Inc.,America/Vancouver,Kelowna,+1 250 555 0101,,northwind.localhost,cloud-pbx; branding',
    'lakeside-lab,Lakeside Lab,"Lakeside Lab, Ltd.",America/Vancouver,,,lakeside-clinic,northwind.localhost,cloud-pbx',
    ',Sablière Bélanger,Sablière Bélanger inc.,America/Toronto,Gatineau,,,boreal.localhost,business-lines',
  ].join('\n'),
  partners: 'partner,name,partner_id\n,Quayside IT,\nnord-conseil,Nord Conseil,\n',
  relationships:
    'partner,account\nquayside-it,lakeside-clinic\nnord-conseil,sabliere-belanger\nbrightline-it,lakeside-lab\n',
  people: [
    'email,name,kind,account,partner,roles,modules,product,level,extension,language,branding_domain',
    'mara@lakeside.example,Mara Lind,account-manager,lakeside-clinic,,,,,,,,',
    'noel@lakeside.example,Noël Roy,administrator,lakeside-clinic,,account-owner; brand-contributor,,,,,fr,boreal.localhost',
    'noel@lakeside.example,Noël Roy,portal-user,lakeside-lab,,,fax; sms,,,,,',
    'ola@lakeside.example,Ola Berg,end-user,lakeside-clinic,,,,cloud-pbx,user,201,,',
    'tech@quayside.example,Tess Park,partner-technician,,quayside-it,,,,,,,northwind.localhost',
    'chef@nord.example,Léo Caron,partner-administrator,,nord-conseil,,,,,,fr,boreal.localhost',
  ].join('\n'),
}

describe('a folder', () => {
  test('is looked at first, and nothing is written', async () => {
    const before = await digest()
    const answer = done(await take(folder, { apply: false }))
    expect(answer).toMatchObject({ applied: false, events: 0, letters: 0 })
    expect(Object.values(answer.counts).map(one => one.new)).toEqual([3, 2, 3, 6])
    expect(await digest()).toEqual(before)
  })

  test('then comes in whole', async () => {
    const answer = done(await take(folder))
    expect(answer).toMatchObject({ applied: true, events: 14, letters: 0 })
    const accounts = await world.rows(
      `select a.slug, p.slug as parent, b.host, a.phone, a.city, length(a.request_code) as code,
          (select string_agg(product, ' ' order by product) from account_product where account_id = a.id) as products
        from account a join branding_domain b on b.id = a.home_brand_id left join account p on p.id = a.parent_id
        where a.slug in ('lakeside-clinic', 'lakeside-lab', 'sabliere-belanger') order by a.slug`,
    )
    expect(accounts).toEqual([
      {
        slug: 'lakeside-clinic',
        parent: null,
        host: 'northwind.localhost',
        phone: '+1 250 555 0101',
        city: 'Kelowna',
        code: 12,
        products: 'branding cloud-pbx',
      },
      {
        slug: 'lakeside-lab',
        parent: 'lakeside-clinic',
        host: 'northwind.localhost',
        phone: '',
        city: '',
        code: 12,
        products: 'cloud-pbx',
      },
      {
        slug: 'sabliere-belanger',
        parent: null,
        host: 'boreal.localhost',
        phone: '',
        city: 'Gatineau',
        code: 12,
        products: 'business-lines',
      },
    ])
    const people = await world.rows(
      `select p.email, p.language, p.time_zone as zone, b.host, p.password_hash as hash,
          (select string_agg(m.kind || ' ' || m.state || ' ' || array_to_string(m.roles || m.modules, '+') || coalesce(m.extension, ''), ', ' order by m.kind)
            from membership m where m.person_id = p.id) as places,
          (select string_agg(s.role, ', ') from partner_staff s where s.person_id = p.id) as staff
        from person p join branding_domain b on b.id = p.home_brand_id
        where p.email ~ '(lakeside|quayside|nord).example' order by p.email`,
    )
    const person = (
      email: string,
      language: string,
      zone: string,
      host: string,
      places: string | null,
      staff: string | null = null,
    ) => ({
      email,
      language,
      zone,
      host: `${host}.localhost`,
      hash: null,
      places,
      staff,
    })
    expect(people).toEqual([
      person('chef@nord.example', 'fr', 'UTC', 'boreal', null, 'administrator'),
      person('mara@lakeside.example', 'en', 'America/Vancouver', 'northwind', 'account-manager invited '),
      person(
        'noel@lakeside.example',
        'fr',
        'America/Vancouver',
        'boreal',
        'administrator invited account-owner+brand-contributor, portal-user invited fax+sms',
      ),
      person('ola@lakeside.example', 'en', 'America/Vancouver', 'northwind', 'end-user invited 201'),
      person('tech@quayside.example', 'en', 'UTC', 'northwind', null, 'technician'),
    ])
    const events = await world.rows<{ action: string; by: string; kind: string; source: string }>(
      `select action, actor_name as by, actor_kind as kind, data->>'source' as source from event where action like '%.imported' order by id`,
    )
    expect(events.map(one => one.action)).toEqual([
      ...Array(2).fill('partner.imported'),
      ...Array(3).fill('account.imported'),
      ...Array(3).fill('relationship.imported'),
      ...Array(4).fill('membership.imported'),
      ...Array(2).fill('staff.imported'),
    ])
    for (const one of events)
      expect(one).toMatchObject({ by: 'Northwind Telecom', kind: 'provider', source: 'import' })
    const codes = await world.rows(
      `select partner_code from partner where slug in ('quayside-it', 'nord-conseil') order by 1`,
    )
    for (const { partner_code } of codes) expect(partner_code).toMatch(/^[A-Z]{3}-\d{4}$/)
  })

  test('taken in again changes nothing, and says so', async () => {
    const before = await digest()
    const answer = done(await take(folder))
    expect(Object.values(answer.counts)).toEqual(
      [3, 2, 3, 6].map(same => ({ new: 0, changed: 0, same, left: 0 })),
    )
    expect(answer).toMatchObject({ events: 0, letters: 0, told: [] })
    expect(await digest()).toEqual(before)
  })

  test('writes to each new person once, when it is told to, and never again', async () => {
    expect(done(await take(folder, { invite: true })).letters).toBe(5)
    const letters = await world.rows(
      `select p.email, l.facts, l.account_id is not null as account, l.secret like 'v1.%' as sealed, l.language
        from letter l join person p on p.id = l.person_id where l.kind = 'activation' order by p.email`,
    )
    expect(letters).toHaveLength(5)
    expect(letters[0]).toEqual({
      email: 'chef@nord.example',
      facts: { kind: 'partner-staff', place: 'Nord Conseil' },
      account: false,
      sealed: true,
      language: 'fr',
    })
    expect(letters[2]).toMatchObject({
      email: 'noel@lakeside.example',
      facts: { kind: 'administrator', place: 'Lakeside Clinic' },
      account: true,
    })
    const before = await digest()
    expect(done(await take(folder, { invite: true })).letters).toBe(0)
    expect(await digest()).toEqual(before)
  })
})

describe('a changed row', () => {
  const changed: Texts = {
    accounts:
      'account,name,legal_name,time_zone,city,products\nlakeside-clinic,Lakeside Clinics,Lakeside Clinic Inc.,America/Vancouver,Vernon,sip-trunks\n',
    people: [
      'email,name,kind,account,roles,product,level,extension,modules',
      'noel@lakeside.example,Noël Roy-Lind,administrator,lakeside-clinic,service-viewer,,,,',
      'ola@lakeside.example,Ola Berg,end-user,lakeside-clinic,,cloud-pbx,admin,,',
    ].join('\n'),
  }

  test('changes what the file holds and nothing else, and says what', async () => {
    const answer = done(await take(changed))
    expect(answer.told.map(({ line, what, changes }) => [line, what, changes])).toEqual([
      [
        2,
        'lakeside-clinic',
        {
          name: ['Lakeside Clinic', 'Lakeside Clinics'],
          city: ['Kelowna', 'Vernon'],
          products: ['branding, cloud-pbx', 'branding, cloud-pbx, sip-trunks'],
        },
      ],
      [
        2,
        'noel@lakeside.example, administrator',
        {
          name: ['Noël Roy', 'Noël Roy-Lind'],
          roles: ['account-owner, brand-contributor', 'service-viewer'],
        },
      ],
      [3, 'ola@lakeside.example, end-user', { level: ['user', 'admin'], extension: ['201', ''] }],
    ])
    const [clinic] = await world.rows(
      `select name, phone, city, time_zone from account where slug = 'lakeside-clinic'`,
    )
    expect(clinic).toEqual({
      name: 'Lakeside Clinics',
      phone: '+1 250 555 0101',
      city: 'Vernon',
      time_zone: 'America/Vancouver',
    })
    const [noel] = await world.rows(
      `select p.name, p.language, m.roles, m.state from person p join membership m on m.person_id = p.id and m.kind = 'administrator' where p.email = 'noel@lakeside.example'`,
    )
    expect(noel).toEqual({
      name: 'Noël Roy-Lind',
      language: 'fr',
      roles: ['service-viewer'],
      state: 'invited',
    })
    expect(
      await world.rows(`select data->'changes'->'city' as city from event where action = 'account.updated'`),
    ).toEqual([{ city: ['Kelowna', 'Vernon'] }])
    expect(done(await take(changed)).events).toBe(0)
  })

  test('never touches the name or home of somebody who has a password', async () => {
    const answer = done(
      await take({
        people:
          'email,name,kind,account,roles\nowner@harbour-dental.example,Somebody Else,administrator,harbour-dental,account-owner\n',
      }),
    )
    expect(answer.counts.people).toEqual({ new: 0, changed: 0, same: 1, left: 0 })
    expect(await world.rows(`select 1 from person where name = 'Somebody Else'`)).toEqual([])
  })

  test('never takes away the last one able to manage an account', async () => {
    const people =
      'email,name,kind,account,roles\nproprio@erable.example,X,administrator,erable-sante,service-viewer\n'
    expect(told(await take({ people }))).toEqual(['people 2 roles last-one'])
  })
})

test('what ended or was removed stays so, and is told', async () => {
  await world.rows(
    `update channel_relationship set ended_at = now() where partner_id = $1 and account_id = (select id from account where slug = 'lakeside-clinic')`,
    [(await world.rows<{ id: string }>(`select id from partner where slug = 'quayside-it'`))[0]?.id],
  )
  await world.rows(
    `update membership set state = 'removed' where person_id = (select id from person where email = 'mara@lakeside.example')`,
  )
  await world.rows(`update account set closed_at = now() where slug = 'sabliere-belanger'`)
  await world.rows(
    `update partner_staff set removed_at = now() where person_id = (select id from person where email = 'tech@quayside.example')`,
  )
  const before = await digest()
  const answer = done(
    await take(
      {
        ...folder,
        people:
          folder.people
            ?.replace('Ola Berg,end-user', 'Ola Berg,end-user')
            .replace(/.*(noel|ola)@.*\n/g, '') ?? '',
        accounts: folder.accounts?.replace(/^,Lakeside.*\n|^lakeside-lab.*\n/gm, '') ?? '',
      },
      { invite: true },
    ),
  )
  expect(answer.told.map(({ file, line, why }) => [file, line, why])).toEqual([
    ['accounts', 2, 'closed'],
    ['relationships', 2, 'ended'],
    ['relationships', 3, 'account-closed'],
    ['people', 2, 'removed'],
    ['people', 3, 'removed'],
  ])
  expect(await digest()).toEqual(before)
  await world.rows(`update account set closed_at = null where slug = 'sabliere-belanger'`)
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
      `update membership set extension = '777' where person_id = (select id from person where email = 'ola@lakeside.example')`,
    )
  })

  test.each(cases)('%s', async (_, texts, expected) => {
    const before = await digest()
    const answer = await take(texts)
    expect([...told(answer)].sort()).toEqual([...expected].sort())
    expect(await digest()).toEqual(before)
  })

  test('one bad row keeps out all good ones', async () => {
    const before = await digest()
    expect(
      told(
        await one(
          'accounts',
          `${head}\n,Good One,Good,UTC,,northwind.localhost\n,=Bad,Bad,UTC,,northwind.localhost`,
        ),
      ),
    ).toEqual(['accounts 3 name formula'])
    expect(await digest()).toEqual(before)
  })
})

test('the provider is named, and one import runs at a time', async () => {
  expect(await take(folder, { provider: 'nobody' })).toEqual({
    kind: 'no-provider',
    known: ['northwind', 'southern'],
  })
  const other = new pg.Client({ connectionString: world.database.url })
  await other.connect()
  await other.query('begin')
  await other.query(`select pg_advisory_xact_lock(hashtext('latchkey: import'), hashtext($1))`, [
    world.provider('northwind'),
  ])
  expect(await take(folder)).toEqual({ kind: 'running' })
  await other.query('rollback')
  await other.end()
})
