import { currentBrand } from '#app/_server/brand.ts'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { addressOf } from '#db/phonebook/address.ts'
import { environment, originOf } from '#lib/env.ts'
import type { Language } from '#lib/language.ts'
import { phonebookPath } from '#lib/phonebook/address.ts'
import { words as phonebook } from '../words.ts'
import { make } from './actions.ts'
import { AddressActs, addressActs, ConfirmCard } from './address-acts.tsx'
import { AddressCard } from './address-card.tsx'
import { phoneWords as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** Where phones read the phonebook: made and shown; `?act=` asks whether it is to be replaced or switched off. */
export default async function PhonesPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.phonebook', (tx, { account }) =>
    addressOf(tx, account.id, environment().AUTH_SECRET),
  )
  const { account, actor, language, data: address } = page
  const words = catalogue[language]
  const origin = originOf((await currentBrand()).host)
  const query = await searchParams
  const act = addressActs.find(one => one === query.act)
  const book = `/accounts/${account.slug}/phonebook`
  const parts = { own: `${book}/phones`, accountId: account.id, language }
  return (
    <AccountFrame page={page} current="phonebook" query={query}>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ href: book, label: phonebook[language].title }}
      />
      {address ? (
        <>
          {act && <ConfirmCard {...parts} act={act} shown={address.key} />}
          <AddressCard
            address={address}
            url={address.token && `${origin}${phonebookPath(address.token)}`}
            language={language}
            zone={actor.timeZone}
            acts={!act && <AddressActs {...parts} shown={address.key} />}
          />
          <Card title={words.howTitle}>
            <ol className="list-decimal ps-5 space-y-2">
              {words.how.map(step => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Card>
        </>
      ) : (
        <SwitchedOff accountId={account.id} language={language} />
      )}
    </AccountFrame>
  )
}

/** No phone reads anything yet. */
function SwitchedOff({ accountId, language }: { accountId: string; language: Language }) {
  const words = catalogue[language]
  return (
    <Card>
      <EmptyState
        icon="phone"
        title={words.off}
        actions={
          <Form action={make} label={words.make}>
            <Once />
            <input type="hidden" name="account" value={accountId} />
            <input type="hidden" name="shown" value="" />
            <SubmitButton>{words.make}</SubmitButton>
          </Form>
        }
      >
        <p>{words.offText}</p>
        <p>{words.secret}</p>
      </EmptyState>
    </Card>
  )
}
