// A page of a fax, written by hand: the portal itself makes no PDFs.

/** A PDF of so many pages, each with the same few lines on it. ASCII alone. */
export function drawnPdf(lines: readonly string[], pages: number): Buffer {
  const text = lines.map(
    (line, at) => `1 0 0 1 72 ${720 - at * 22} Tm (${line.replace(/[\\()]/g, '\\$&')}) Tj`,
  )
  const content = `BT /F1 14 Tf ${text.join(' ')} ET`
  const first = 5
  const kids = Array.from({ length: pages }, (_, n) => `${first + n} 0 R`)
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...kids.map(() => page),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + trailer, 'latin1')
}
