import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { microsoftSettingOf, peopleByMicrosoft } from '#db/microsoft/setting.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { switchSignIn } from '../actions.ts'
import { words as catalogue } from '../words.ts'

export const generateMetadata = titled(catalogue, words => words.offTitle)

/** Before the sign-in with Microsoft goes: how many come in by it, and for how many nothing but a letter is left. */
export default async function SwitchOffPage() {
  const page = await providerPage('sign-in.manage', async (tx, _, { providerId }) => ({
    setting: await microsoftSettingOf(tx, providerId),
    people: await peopleByMicrosoft(tx, providerId),
  }))
  const { language, data } = page
  const words = catalogue[language]
  const count = microsoftWords[language].people
  const { all, alone } = data.people
  return (
    <ProviderFrame page={page} current="sign-in">
      <PageHeader title={words.offTitle} back={{ href: '/provider/sign-in', label: words.title }} />
      {data.setting.isOn ? (
        <Card tone="danger">
          <Form action={switchSignIn} label={words.offTitle}>
            <Once />
            <input type="hidden" name="to" value="off" />
            <ConfirmPanel
              statement={words.offStatement}
              consequences={[
                all > 0 ? words.offPeople(count(all)) : words.offNobody,
                ...(alone > 0 ? [words.offAlone(count(alone))] : []),
                words.offStays,
              ]}
              actions={
                <>
                  <CancelLink href="/provider/sign-in" first>
                    {words.cancel}
                  </CancelLink>
                  <SubmitButton variant="danger">{words.off}</SubmitButton>
                </>
              }
            />
          </Form>
        </Card>
      ) : (
        <Notice tone="neutral">{words.offAlready}</Notice>
      )}
    </ProviderFrame>
  )
}
