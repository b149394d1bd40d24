import { ProviderFrame } from '#app/_server/frames.tsx'
import { returnPath } from '#app/_server/microsoft-protocol.ts'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { hostsForReturn, microsoftSettingShown, peopleByMicrosoft } from '#db/microsoft/setting.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { environment, originOf } from '#lib/env.ts'
import type { Language } from '#lib/language.ts'
import { isComplete, type MicrosoftSetting } from '#lib/microsoft/setting.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { switchSignIn, testMicrosoft } from './actions.ts'
import { SettingFacts, SettingForm } from './setting.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** How the provider's people come in: the sign-in with Microsoft, what it needs at both ends, and whom it serves. */
export default async function SignInSettingsPage({ searchParams }: Props) {
  const page = await providerPage('desk.read', async (tx, _, { providerId }) => ({
    setting: await microsoftSettingShown(tx, providerId, environment().AUTH_SECRET),
    people: await peopleByMicrosoft(tx, providerId),
    hosts: await hostsForReturn(tx, providerId),
  }))
  const { language, platform, data } = page
  const words = catalogue[language]
  const administrates = mayAtDesk(platform.role, 'sign-in.manage')
  const { setting, people, hosts } = data
  return (
    <ProviderFrame page={page} current="sign-in" query={await searchParams}>
      <PageHeader
        title={words.title}
        description={administrates ? words.description : `${words.description} ${words.onlyAdministrators}`}
      />
      {setting.isSecretLost && <Notice tone="warning">{words.secretLost}</Notice>}
      <Standing setting={setting} people={people} administrates={administrates} language={language} />
      <Redirects hosts={hosts} language={language} />
      {administrates ? (
        <SettingForm setting={setting} language={language} />
      ) : (
        <SettingFacts setting={setting} language={language} />
      )}
      {administrates && <Test language={language} />}
    </ProviderFrame>
  )
}

interface StandingProps {
  readonly setting: MicrosoftSetting
  readonly people: { readonly all: number; readonly alone: number }
  readonly administrates: boolean
  readonly language: Language
}

function Standing({ setting, people, administrates, language }: StandingProps) {
  const words = catalogue[language]
  const count = microsoftWords[language].people
  const { isOn } = setting
  return (
    <Card
      title={words.microsoft}
      description={words.microsoftText}
      actions={<Badge tone={isOn ? 'success' : 'neutral'}>{words.state[isOn ? 'on' : 'off']}</Badge>}
    >
      <p>
        {people.all === 0 ? words.nobody : words.uses(count(people.all))}
        {people.alone > 0 && ` ${words.alone(count(people.alone))}`}
      </p>
      {administrates && isOn && (
        <p>
          <LinkButton href="/provider/sign-in/off">{words.switchOff}</LinkButton>
        </p>
      )}
      {administrates && !isOn && !isComplete(setting) && <p className="field-hint">{words.incomplete}</p>}
      {administrates && !isOn && isComplete(setting) && (
        <Form action={switchSignIn} label={words.switchOn}>
          <Once />
          <input type="hidden" name="to" value="on" />
          <div className="form-actions">
            <SubmitButton>{words.switchOn}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  )
}

function Redirects({ hosts, language }: { readonly hosts: readonly string[]; readonly language: Language }) {
  const words = catalogue[language]
  const copy = microsoftWords[language].copy
  return (
    <Card title={words.register} description={words.registerText}>
      <ul aria-label={words.redirects} className="flex flex-col gap-2">
        {hosts.map(host => {
          const address = `${originOf(host)}${returnPath}`
          return (
            <li key={host} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <code className="break-all">{address}</code>
              <CopyButton text={address} copied={copy.copied}>
                {copy.label}
              </CopyButton>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Test({ language }: { readonly language: Language }) {
  const words = catalogue[language]
  return (
    <Card title={words.test} description={words.testText}>
      <Form action={testMicrosoft} label={words.test}>
        <Once />
        <div className="form-actions">
          <SubmitButton variant="secondary" pendingLabel={words.testing}>
            {words.testNow}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
