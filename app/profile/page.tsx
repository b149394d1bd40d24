import type { Metadata } from 'next'

import { PersonFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { personPage } from '#app/_server/page.ts'
import { addressOf, readPlace } from '#app/_server/place-address.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { Address } from '#components/ui/address.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { microsoftOf } from '#db/microsoft/link.ts'
import { lastPlaceOf } from '#db/person/last-place.ts'
import { passwordHashOf } from '#db/person/profile.ts'
import { sessionsOf } from '#db/sign-in/session.ts'
import type { Actor } from '#lib/actor.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { type Language, languageNames, languages } from '#lib/language.ts'
import { presentZone, zoneChoices } from '#lib/person/time-zones.ts'
import { savePassword, saveProfile } from './actions.ts'
import { MicrosoftCard } from './microsoft-card.tsx'
import { Sessions } from './sessions.tsx'
import { words } from './words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLanguage()].title }
}

/** What a person knows and decides about themselves. */
export default async function ProfilePage({ searchParams }: PageProps<'/profile'>) {
  const page = await personPage(async (tx, actor) => ({
    sessions: await sessionsOf(tx, actor),
    hasPassword: (await passwordHashOf(tx, actor.personId)) !== null,
    microsoft: await microsoftOf(tx, actor),
    last: await lastPlaceOf(tx, actor.personId),
  }))
  const { actor, language, now, data } = page
  const text = words[language]
  const last = readPlace(data.last)
  const place =
    page.places.find(({ kind, slug }) => kind === last?.kind && slug === last.slug) ?? page.places[0]
  return (
    <PersonFrame page={page} query={await searchParams}>
      <PageHeader
        title={text.title}
        back={place && { href: addressOf(place), label: text.back(place.name) }}
      />
      <About actor={actor} language={language} />
      <Card
        title={text.password}
        description={
          data.hasPassword
            ? text.passwordWhy
            : data.microsoft.links.length > 0
              ? text.noPasswordBesideMicrosoft
              : text.noPassword
        }
      >
        {data.hasPassword && <Password language={language} email={actor.email} />}
      </Card>
      {(data.microsoft.isOn || data.microsoft.links.length > 0) && (
        <MicrosoftCard {...data.microsoft} language={language} zone={actor.timeZone} now={now} />
      )}
      <Sessions sessions={data.sessions} language={language} zone={actor.timeZone} now={now} />
    </PersonFrame>
  )
}

function About({ actor, language }: { actor: Actor; language: Language }) {
  const text = words[language]
  return (
    <Card title={text.about} description={text.aboutWhy}>
      <Facts
        items={[
          {
            term: text.email,
            value: <TwoLines first={<Address>{actor.email}</Address>} second={text.emailWhy} />,
          },
        ]}
      />
      <Form
        action={saveProfile}
        label={text.about}
        labels={fieldLabels({ name: text.name, language: text.language, timeZone: text.timeZone }, language)}
      >
        <Once />
        <TextField name="name" label={text.name} defaultValue={actor.name} autoComplete="name" required />
        <SelectField
          name="language"
          label={text.language}
          defaultValue={actor.language}
          options={languages.map(value => ({ value, label: languageNames[value] }))}
          width="medium"
        />
        <SelectField
          name="timeZone"
          label={text.timeZone}
          hint={text.timeZoneWhy}
          defaultValue={presentZone(actor.timeZone)}
          options={zoneChoices(actor.timeZone, language)}
          width="medium"
        />
        <div className="form-actions">
          <SubmitButton>{text.save}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}

function Password({ language, email }: { language: Language; email: string }) {
  const text = words[language]
  return (
    <Form
      action={savePassword}
      label={text.password}
      labels={fieldLabels({ currentPassword: text.currentPassword, newPassword: text.newPassword }, language)}
    >
      <Once />
      {/* Password managers look for the name that a password belongs to. */}
      <input type="text" defaultValue={email} autoComplete="username" readOnly hidden />
      <TextField
        name="currentPassword"
        label={text.currentPassword}
        type="password"
        autoComplete="current-password"
        width="medium"
        required
      />
      <TextField
        name="newPassword"
        label={text.newPassword}
        hint={text.newPasswordWhy}
        type="password"
        autoComplete="new-password"
        width="medium"
        required
      />
      <div className="form-actions">
        <SubmitButton>{text.changePassword}</SubmitButton>
      </div>
    </Form>
  )
}
