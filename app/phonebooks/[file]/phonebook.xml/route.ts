import { readPhonebook } from '../read.ts'

/** The same for phones that take an address for a folder, and ask it for this file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  return readPhonebook(request, (await params).file)
}
