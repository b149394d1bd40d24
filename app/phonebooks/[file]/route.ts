import { readPhonebook } from './read.ts'

/** An account's phonebook for its phones, which are known by the secret in the address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  return readPhonebook(request, (await params).file)
}
