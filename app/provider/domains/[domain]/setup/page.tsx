import { ProviderFrame } from '#app/_server/frames.tsx'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { dmarcRecord, generalRecords, hostRecord, senderDomain } from '#lib/branding/records.ts'
import { environment } from '#lib/env.ts'
import { isLoopbackHost } from '#lib/host.ts'
import type { Language } from '#lib/language.ts'
import { type SenderSetUp, senderSetUp } from '#lib/mail/resend-domains.ts'
import { domainPage, nothingMore } from '../../domain-page.ts'
import { RecordTable } from '../../record-table.tsx'
import { setupWords } from '../../setup-words.ts'
import { words as catalogue } from '../../words.ts'
import '../../domains.css'

export const generateMetadata = titled(catalogue, words => words.setup)

/** The records of a domain's host and sender. The mail service is asked once nothing of the database is held. */
export default async function SetUpPage({ params }: { params: Promise<{ domain: string }> }) {
  const page = await domainPage((await params).domain, 'desk.read', nothingMore)
  const { domain, language } = page
  const [words, records] = [catalogue[language], setupWords[language]]
  const { host, senderAddress } = domain.details
  const { PUBLIC_HOST, RESEND_API_KEY, RESEND_BASE_URL } = environment()
  const sender = senderDomain(senderAddress)
  const found = RESEND_API_KEY ? await senderSetUp(RESEND_API_KEY, RESEND_BASE_URL, sender) : null
  return (
    <ProviderFrame page={page} current="domains" width="wide">
      <PageHeader
        title={words.setup}
        description={words.setupText}
        back={{ href: `/provider/domains/${domain.id}`, label: domain.name }}
      />
      <Card
        title={records.host}
        description={isLoopbackHost(host) ? records.hostDemo : records.hostText}
        flush
      >
        <RecordTable
          caption={records.host}
          records={[hostRecord(host, PUBLIC_HOST ?? null)]}
          language={language}
        />
      </Card>
      <Notice tone={toneOf(found)} title={records.senderOf(sender)}>
        {sentenceOf(found, sender, language)}
      </Notice>
      <Card title={records.sender} flush footer={records.nothing}>
        <RecordTable
          caption={records.sender}
          records={found?.kind === 'known' ? [...found.records, dmarcRecord(sender)] : generalRecords(sender)}
          language={language}
        />
      </Card>
    </ProviderFrame>
  )
}

function toneOf(found: SenderSetUp | null) {
  if (found?.kind === 'known') return found.verified ? 'success' : 'warning'
  return found ? 'warning' : 'info'
}

function sentenceOf(found: SenderSetUp | null, sender: string, language: Language): string {
  const records = setupWords[language]
  if (!found) return records.noKey
  if (found.kind === 'unknown') return records.unknown(sender)
  if (found.kind === 'unreachable') return records.unreachable
  return found.verified ? records.verified : records.notVerified
}
