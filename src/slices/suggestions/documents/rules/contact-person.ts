/** Name and telephone of a contact as a person typed them in one line: `办公室 张某 024-8888 0000`. Without a number all is the name. */
export function contactPerson(text: string): { name: string; phone: string | undefined } {
  const match = /^(.*?)[\s，,：:、]*(?:电话)?[\s：:]*((?:[（(+]?\d[\d\s()（）-]{3,})\d)$/.exec(text.trim())
  const [, name, phone] = match ?? []
  return name && phone ? { name: name.trim(), phone: phone.trim() } : { name: text.trim(), phone: undefined }
}
