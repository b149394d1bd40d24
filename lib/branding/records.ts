/** What must stand in the DNS for a branding domain to be reached, and for its letters to be believed. */
export interface DnsRecord {
  readonly purpose: 'host' | 'spf' | 'dkim' | 'return-path' | 'dmarc'
  readonly type: 'A' | 'CNAME' | 'TXT' | 'MX'
  /** The whole name without a trailing dot; of the mail service's own records as it gives it. */
  readonly name: string
  /** Null = only whoever runs the portal, or the mail service, can tell. */
  readonly value: string | null
  readonly priority?: number
  /** As the mail service last saw it; missing where nobody looked. */
  readonly state?: 'verified' | 'pending' | 'failed'
}

/** The record that leads browsers to the portal; `publicHost` is the portal's own name, where it is known. */
export function hostRecord(host: string, publicHost: string | null): DnsRecord {
  return { purpose: 'host', type: publicHost ? 'CNAME' : 'A', name: host, value: publicHost }
}

/** The domain from which a sender's letters come. */
export function senderDomain(senderAddress: string): string {
  return senderAddress.slice(senderAddress.lastIndexOf('@') + 1)
}

/** What a sender's domain needs in general, where the mail service has not been asked. */
export function generalRecords(domain: string): readonly DnsRecord[] {
  return [
    { purpose: 'return-path', type: 'MX', name: `send.${domain}`, value: null, priority: 10 },
    { purpose: 'spf', type: 'TXT', name: `send.${domain}`, value: 'v=spf1 include:amazonses.com ~all' },
    { purpose: 'dkim', type: 'TXT', name: `resend._domainkey.${domain}`, value: null },
    dmarcRecord(domain),
  ]
}

/** Whom to tell about letters that claim to come from the domain: never given by the mail service, always advisable. */
export function dmarcRecord(domain: string): DnsRecord {
  return { purpose: 'dmarc', type: 'TXT', name: `_dmarc.${domain}`, value: 'v=DMARC1; p=none;' }
}
