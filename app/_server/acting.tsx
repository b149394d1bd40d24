import type { Acting } from '#components/frame/types.ts'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Language } from '#lib/language.ts'
import { frameWords } from './frame-words.ts'
import { Once } from './once.tsx'
import type { AccountPage } from './page.ts'
import { endVisit } from './visit-actions.ts'

/** Under which bar somebody works on an account: a visit of the provider's support, a firm's grant, a place on its parent, or none. */
export function actingOn({ account, authority, grant: here, language }: AccountPage<unknown>): Acting | null {
  if (authority.platform === 'support')
    return {
      account: account.name,
      firm: account.providerName,
      until: authority.visitUntil,
      endVisit: <EndVisit account={account.id} language={language} />,
    }
  // Also where they see this very page of their own: elsewhere on the account they act for a firm.
  const grant = here ?? authority.grants[0]
  if (!grant && authority.way === 'parent')
    return { account: account.name, parent: account.parentName ?? '', exitHref: '/choose' }
  return grant
    ? {
        account: account.name,
        firm: grant.partnerName,
        via: grant.viaParent ? account.parentName : null,
        until: grant.endsAt,
        exitHref: '/choose',
      }
    : null
}

function EndVisit({ account, language }: { account: string; language: Language }) {
  const words = frameWords[language]
  return (
    <Form action={endVisit} label={words.endVisit}>
      <Once />
      <input type="hidden" name="account" value={account} />
      <SubmitButton variant="quiet" size="small">
        {words.endVisit}
      </SubmitButton>
    </Form>
  )
}
