/** A request's body as text, or null where it is longer than `most` bytes, or says that it is: read no further than that. */
export async function limitedBody(request: Request, most: number): Promise<string | null> {
  if (!request.body) return ''
  if (Number(request.headers.get('content-length')) > most) return null
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for await (const piece of request.body) {
    length += piece.length
    if (length > most) return null
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}
