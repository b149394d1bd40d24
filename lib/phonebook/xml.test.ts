import { expect, test } from 'vitest'
import { phoneShown, tokenOfPhonebook } from './address.ts'
import { contactXml, groupsXml } from './xml.ts'

const groups = [
  { id: 'a', name: 'Customers & <friends>' },
  { id: 'b', name: 'Night' },
]

test('a contact as a phone reads it', () => {
  const xml = contactXml(
    {
      name: 'Jean-Marc d’Arc Lévesque',
      company: '"Bois" & Fils',
      work: '+1 (819) 555-0110',
      mobile: '819 555.0111',
      home: '',
      email: 'jm@bois.example',
      groups: ['b'],
    },
    groups,
  )
  expect(xml).toBe(`<Contact>
<FirstName>Jean-Marc d’Arc</FirstName>
<LastName>Lévesque</LastName>
<Company>&quot;Bois&quot; &amp; Fils</Company>
<Phone type="Work">
<phonenumber>+18195550110</phonenumber>
<accountindex>1</accountindex>
</Phone>
<Phone type="Cell">
<phonenumber>8195550111</phonenumber>
<accountindex>1</accountindex>
</Phone>
<Mail type="Work">jm@bois.example</Mail>
<Group>2</Group>
</Contact>
`)
})

test('nothing that somebody typed becomes a part of the file’s own', () => {
  const evil = '</Contact><script>\u0000\u0008\ud800&amp;'
  const xml = contactXml(
    { name: evil, company: evil, work: '204', mobile: '', home: '', email: '', groups: [] },
    [],
  )
  expect(xml.match(/<\/Contact>/g)).toHaveLength(1)
  expect(xml).not.toMatch(/<script|\p{Cs}|(?!\n)\p{Cc}/u)
  expect(groupsXml(groups)).toContain('<id>1</id>\n<name>Customers &amp; &lt;friends&gt;</name>')
})

test('a token is the whole of a file’s name, and nothing else is one', () => {
  const token = 'a'.repeat(43)
  expect(tokenOfPhonebook(`${token}.xml`)).toBe(token)
  for (const file of [
    '',
    'phonebook.xml',
    `${token}.ics`,
    `${token}a.xml`,
    `${token}.xml\n`,
    `../${token}.xml`,
  ])
    expect(tokenOfPhonebook(file)).toBeNull()
})

test('what a phone says it is can be shown', () => {
  expect(phoneShown('Grandstream Model HW GXP2170 SW 1.0.11.64')).toBe(
    'Grandstream Model HW GXP2170 SW 1.0.11.64',
  )
  expect(phoneShown(`a\u202e\nb${'x'.repeat(200)}`)).toHaveLength(80)
})
