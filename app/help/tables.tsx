import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Table } from '#components/ui/table.tsx'
import { type Capability, capabilities, isFinancial } from '#lib/access/capabilities.ts'
import { capabilityWords, withheldTexts } from '#lib/access/capability-words.ts'
import { toldOf } from '#lib/access/told.ts'
import { holdersOf, lostOnClient, type PersonRow, personGroups, whoMay } from '#lib/access/who-may.ts'
import { plainList } from '#lib/format.ts'
import { personKeyName, whoMayWords } from '#lib/help/people-words.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

/** Every kind of person with what they may do, a table for each group of them. */
export function ByPerson({ language }: { language: Language }) {
  const words = catalogue[language]
  const { group, groupText } = whoMayWords[language]
  return personGroups.map(one => (
    <Card key={one} title={group[one]} description={groupText[one]} flush>
      <Table
        caption={group[one]}
        hideCaption
        columns={[
          { id: 'who', label: words.column.who, rowHeading: true },
          { id: 'can', label: words.column.can },
          { id: 'client', label: words.column.client },
        ]}
        rows={whoMay.filter(row => row.group === one).map(row => rowOf(row, language))}
      />
    </Card>
  ))
}

function rowOf(row: PersonRow, language: Language) {
  const words = catalogue[language]
  const fromParent = row.group === 'parent'
  return {
    key: row.key,
    cells: {
      who: personKeyName(row.key, language),
      can: fromParent ? words.onlyThere : <Rights held={toldOf([...row.elsewhere])} language={language} />,
      client: fromParent ? (
        <Rights held={toldOf([...row.onClient])} language={language} />
      ) : (
        lost(row, language)
      ),
    },
  }
}

function lost(row: PersonRow, language: Language): ReactNode {
  const words = catalogue[language]
  const gone = lostOnClient(row)
  if (gone.length === 0) return words.same
  return (
    <>
      {words.without}
      <ul className="list-disc ps-5">
        {withheldTexts(gone, language).map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}

/** Rights in words, those that cost money marked. */
export function Rights({ held, language }: { held: readonly Capability[]; language: Language }) {
  return (
    <ul className="list-disc ps-5">
      {held.map(one => (
        <li key={one}>
          <Right right={one} language={language} />
        </li>
      ))}
    </ul>
  )
}

function Right({ right, language }: { right: Capability; language: Language }) {
  return (
    <>
      {capabilityWords[language][right]}
      {isFinancial(right) && (
        <>
          {' '}
          <Badge tone="warning" icon="lock">
            {catalogue[language].money}
          </Badge>
        </>
      )}
    </>
  )
}

/** Every right with the kinds of people who hold it. */
export function ByRight({ language }: { language: Language }) {
  const words = catalogue[language]
  const names = (right: Capability, client: boolean) =>
    plainList(
      holdersOf(right, client).map(key => personKeyName(key, language)),
      language,
    ) || words.nobody
  return (
    <Card title={words.byRight} description={words.moneyText} flush>
      <Table
        caption={words.byRight}
        hideCaption
        columns={[
          { id: 'right', label: words.column.right, rowHeading: true },
          { id: 'holders', label: words.column.holders },
          { id: 'client', label: words.column.holdersClient },
        ]}
        rows={capabilities.map(right => ({
          key: right,
          cells: {
            right: <Right right={right} language={language} />,
            holders: names(right, false),
            client: names(right, true),
          },
        }))}
      />
    </Card>
  )
}
