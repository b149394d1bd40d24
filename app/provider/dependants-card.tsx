import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { accessWords } from './access-words.ts'
import { DependantsTable } from './dependants-table.tsx'
import { type AskedAct, GrantActForm } from './grant-act-form.tsx'

type DependantsCardProps = Omit<Parameters<typeof DependantsTable>[0], 'caption'> & {
  readonly title: string
  readonly text?: string | undefined
  /** What stands there where nothing hangs on it. */
  readonly none: string
  readonly actions?: React.ReactNode
}

/** What hangs on a relationship, an account or a firm: each access, each open request. */
export function DependantsCard({ title, text, none, actions, ...table }: DependantsCardProps) {
  const any = table.dependants.length > 0
  return (
    <Card title={title} description={text} flush={any} actions={actions}>
      {any ? <DependantsTable caption={title} {...table} /> : <EmptyState icon="key" title={none} />}
    </Card>
  )
}

/** The same before all of it ends; nothing where there is nothing. */
export function EndingCard({ title, ...table }: Omit<DependantsCardProps, 'none' | 'text' | 'actions'>) {
  if (table.dependants.length === 0) return null
  return (
    <Card title={title} flush>
      <DependantsTable caption={title} {...table} />
    </Card>
  )
}

interface GrantActCardProps {
  readonly asked: AskedAct | null
  readonly action: FormAction
  readonly shown: Parameters<typeof GrantActForm>[0]['shown']
  readonly cancelHref: string
  readonly language: Parameters<typeof GrantActForm>[0]['language']
}

/** What the address asks to be confirmed of one grant; nothing where it asks nothing. */
export function GrantActCard({ asked, ...form }: GrantActCardProps) {
  if (!asked) return null
  return (
    <Card
      title={accessWords[form.language].confirm[asked.act].title}
      tone={asked.act === 'terminate' ? 'danger' : 'plain'}
    >
      <GrantActForm asked={asked} {...form} />
    </Card>
  )
}
