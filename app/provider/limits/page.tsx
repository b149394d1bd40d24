import type { ReactNode } from 'react'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { limitsOf } from '#db/provider/limits.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { type LimitField, type LimitValues, limitFields, limitValues } from '#lib/limits/limits.ts'
import { limitText } from '#lib/limits/words.ts'
import { saveLimits } from './actions.ts'
import { LifeFields, LongestFields, ReviewField, UnansweredField } from './limit-fields.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** What every account must keep to when it lets a partner in: what each limit means, and what a change leaves as it is. */
export default async function LimitsPage({ searchParams }: Props) {
  const page = await providerPage('desk.read', (tx, _, actor) => limitsOf(tx, actor.providerId))
  const { language, actor, platform, data } = page
  const words = catalogue[language]
  const administrates = mayAtDesk(platform.role, 'limits.manage')
  const values = limitValues(data.limits)
  const { changed } = data
  return (
    <ProviderFrame page={page} current="limits" query={await searchParams}>
      <PageHeader
        title={words.title}
        description={administrates ? words.description : `${words.description} ${words.onlyAdministrators}`}
      />
      {changed && (
        <p className="text-muted">
          {words.changed(changed.by)} <When at={changed.at} zone={actor.timeZone} language={language} />
        </p>
      )}
      {administrates ? (
        <LimitsForm values={values} language={language} />
      ) : (
        limitFields.map(field => (
          <Limit key={field} field={field} language={language}>
            <p>
              <strong>{limitText(field, values[field], language)}</strong>
            </p>
          </Limit>
        ))
      )}
    </ProviderFrame>
  )
}

const texts = {
  longestGrantHours: { text: 'longestText', keeps: 'longestKeeps', title: 'longest' },
  requestLifeHours: { text: 'lifeText', keeps: 'lifeKeeps', title: 'life' },
  reviewMonths: { text: 'reviewText', keeps: 'reviewKeeps', title: 'review' },
  endUnanswered: { text: 'unansweredText', keeps: 'unansweredKeeps', title: 'unanswered' },
} as const satisfies Record<LimitField, unknown>

interface LimitProps {
  readonly field: LimitField
  readonly language: Language
  readonly children: ReactNode
}

function Limit({ field, language, children }: LimitProps) {
  const words = catalogue[language]
  const { title, text, keeps } = texts[field]
  return (
    <Card title={words[title]} description={words[text]} footer={<p>{words[keeps]}</p>}>
      {children}
    </Card>
  )
}

function LimitsForm({ values, language }: { values: LimitValues; language: Language }) {
  const words = catalogue[language]
  const { longest: longestAmount, life: lifeAmount, review, unanswered } = words
  return (
    <Form
      action={saveLimits}
      label={words.title}
      labels={fieldLabels({ longestAmount, lifeAmount, review, unanswered }, language)}
    >
      <Once />
      <HiddenField name="shown" value={packed(limitFields, values)} />
      <Limit field="longestGrantHours" language={language}>
        <LongestFields values={values} language={language} />
      </Limit>
      <Limit field="requestLifeHours" language={language}>
        <LifeFields values={values} language={language} />
      </Limit>
      <Limit field="reviewMonths" language={language}>
        <ReviewField values={values} language={language} />
      </Limit>
      <Limit field="endUnanswered" language={language}>
        <UnansweredField values={values} language={language} />
      </Limit>
      <FormActions>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </FormActions>
    </Form>
  )
}
