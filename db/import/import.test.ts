import { afterAll, describe, expect, test } from 'vitest'
import { done, folder, importWorld, type Texts, told } from './testing-world.ts'

const { world, take, digest, close } = await importWorld()
afterAll(() => close())

describe('a folder', () => {
  test('is looked at first, and nothing is written', async () => {
    const before = await digest()
    const answer = done(await take(folder, { apply: false }))
    expect(answer).toMatchObject({ applied: false, events: 0, letters: 0 })
    expect(Object.values(answer.counts).map(one => one.new)).toEqual([3, 2, 3, 6, 0, 0, 0, 0, 0, 0, 0])
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
          (select string_agg(m.kind || ' ' || m.state || ' ' || array_to_string(m.roles || m.modules, '+') || coalesce((select number from pbx_extension x where x.membership_id = m.id and x.ended_at is null), ''), ', ' order by m.kind)
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
      [3, 2, 3, 6, 0, 0, 0, 0, 0, 0, 0].map(same => ({ new: 0, changed: 0, same, left: 0 })),
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
      facts: { kind: 'partner-administrator', place: 'Nord Conseil' },
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

test('whoever was here once and comes back is signed out of the home that they had', async () => {
  const people = [
    'email,name,kind,account,modules,branding_domain',
    'manager@harbour-dental.example,Marcus Lindqvist,portal-user,lakeside-clinic,fax,boreal.localhost',
  ].join('\n')
  const [{ id = '' } = {}] = await world.rows<{ id: string }>(
    `select id from person where email = 'manager@harbour-dental.example'`,
  )
  const left = () =>
    world.rows(
      `select (select count(*)::int from session where person_id = $1) as sessions, count(*)::int as tokens
        from one_time_token where person_id = $1 and expires_at > now()`,
      [id],
    )
  await world.rows(`update membership set state = 'removed' where person_id = $1`, [id])
  await world.rows(
    `insert into session (provider_id, token_hash, person_id, branding_domain_id, expires_at, idle_seconds, address, user_agent)
      select provider_id, '\\x01', id, home_brand_id, now() + interval '1 hour', 3600, '', '' from person where id = $1`,
    [id],
  )
  await world.rows(
    `insert into one_time_token (provider_id, person_id, branding_domain_id, purpose, token_hash, created_at, expires_at)
      select provider_id, id, home_brand_id, 'sign-in', 'x', now(), now() + interval '1 hour' from person where id = $1`,
    [id],
  )
  expect(await left()).toEqual([{ sessions: 1, tokens: 1 }])
  done(await take({ people }, { apply: false }))
  expect(await left(), 'a look changes nothing').toEqual([{ sessions: 1, tokens: 1 }])
  done(await take({ people }))
  expect(await left()).toEqual([{ sessions: 0, tokens: 0 }])
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
