/**
 * A small reader of XML schemas, for the tests: enough of XSD to check that a document keeps the published schema of Akoma Ntoso.
 * It checks which elements stand in which, in what order and how often, which attributes are required and which exist, and that each
 * `eId` is there once. It does not check the form of values.
 */

export interface XmlElement {
  name: string
  attributes: Map<string, string>
  children: XmlElement[]
  hasText: boolean
}

interface Declared {
  /** A regular expression over the names of the children, each written as <name>. */
  content: RegExp
  isMixed: boolean
  attributes: Map<string, boolean>
}

const tag =
  /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[[\s\S]*?\]\]|(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?))>/g

/** Parses a well-formed document; throws where the tags do not match. */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [], hasText: false }
  const open = [root]
  let at = 0
  for (const match of source.matchAll(tag)) {
    const parent = open.at(-1)
    if (!parent) throw new SyntaxError('more end tags than start tags')
    if (source.slice(at, match.index).trim() !== '') parent.hasText = true
    at = match.index + match[0].length
    const [, closes, name, attributes = '', isEmpty] = match
    if (name === undefined) continue
    if (closes) {
      if (open.pop()?.name !== name) throw new SyntaxError(`</${name}> does not close what is open`)
      continue
    }
    const element: XmlElement = { name, attributes: readAttributes(attributes), children: [], hasText: false }
    parent.children.push(element)
    if (!isEmpty) open.push(element)
  }
  const [document] = root.children
  if (open.length !== 1 || !document) throw new SyntaxError('not one document')
  return document
}

function readAttributes(source: string): Map<string, string> {
  return new Map(
    [...source.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', a, b]) => [name, a ?? b ?? '']),
  )
}

/** Problems of a document under the schema, in words; none means that it is valid as far as this reader goes. */
export function schemaProblems(schemaSource: string, documentSource: string): string[] {
  const schema = new Schema(readXml(schemaSource))
  const document = readXml(documentSource)
  return [...elementProblems(schema, document), ...repeatedIds(document)]
}

function elementProblems(schema: Schema, element: XmlElement): string[] {
  const declared = schema.declared(element.name)
  if (!declared) return [`<${element.name}> is not in the schema`]
  const problems: string[] = []
  const children = element.children.map(({ name }) => `<${name}>`).join('')
  if (!declared.content.test(children)) problems.push(`<${element.name}> may not hold ${children || 'nothing'}`)
  if (element.hasText && !declared.isMixed) problems.push(`<${element.name}> may not hold text`)
  for (const [name, isRequired] of declared.attributes)
    if (isRequired && !element.attributes.has(name)) problems.push(`<${element.name}> lacks ${name}`)
  for (const name of element.attributes.keys()) {
    if (name !== 'xmlns' && !declared.attributes.has(name)) problems.push(`<${element.name}> may not have ${name}`)
  }
  return [...problems, ...element.children.flatMap((child) => elementProblems(schema, child))]
}

function repeatedIds(document: XmlElement): string[] {
  const seen = new Set<string>()
  const visit = (element: XmlElement): string[] => {
    const eId = element.attributes.get('eId')
    const isRepeated = eId !== undefined && seen.has(eId)
    if (eId !== undefined) seen.add(eId)
    return [...(isRepeated ? [`eId ${eId} stands twice`] : []), ...element.children.flatMap(visit)]
  }
  return visit(document)
}

/** The declarations of a schema, looked up by name. */
class Schema {
  private readonly named = new Map<string, XmlElement>()
  private readonly known = new Map<string, Declared>()

  constructor(root: XmlElement) {
    for (const child of root.children) {
      const name = child.attributes.get('name')
      if (name) this.named.set(`${child.name} ${name}`, child)
    }
  }

  declared(element: string): Declared | null {
    const known = this.known.get(element)
    if (known) return known
    const declaration = this.named.get(`xsd:element ${element}`)
    if (!declaration) return null
    const chain = this.typesOf(declaration)
    const content = chain.map((type) => this.particles(type)).join('')
    const declared = {
      content: new RegExp(`^(?:${content})$`),
      isMixed: chain.some((type) => this.isText(type)),
      attributes: new Map(chain.flatMap((type) => this.attributes(type))),
    }
    this.known.set(element, declared)
    return declared
  }

  /** The element's type and the types it extends, the outermost base first. */
  private typesOf(declaration: XmlElement): XmlElement[] {
    const inline = declaration.children.find(({ name }) => name === 'xsd:complexType')
    const type = inline ?? this.named.get(`xsd:complexType ${declaration.attributes.get('type')}`)
    return type ? this.withBases(type) : []
  }

  private withBases(type: XmlElement): XmlElement[] {
    const base = descendant(type, 'xsd:extension')?.attributes.get('base')
    const below = base ? this.named.get(`xsd:complexType ${base}`) : undefined
    return below ? [...this.withBases(below), type] : [type]
  }

  private isText(type: XmlElement): boolean {
    return (
      type.attributes.get('mixed') === 'true' ||
      descendant(type, 'xsd:complexContent')?.attributes.get('mixed') === 'true' ||
      descendant(type, 'xsd:simpleContent') !== undefined
    )
  }

  private particles(node: XmlElement): string {
    return node.children.map((child) => this.particle(child)).join('')
  }

  private particle(node: XmlElement): string {
    const times = occurrences(node)
    if (node.name === 'xsd:element') return `(?:<${node.attributes.get('ref') ?? node.attributes.get('name')}>)${times}`
    if (node.name === 'xsd:any') return `(?:<[^>]+>)${times}`
    if (node.name === 'xsd:sequence') return `(?:${this.particles(node)})${times}`
    if (node.name === 'xsd:choice')
      return `(?:${node.children
        .map((child) => this.particle(child))
        .filter((one) => one !== '')
        .join('|')})${times}`
    if (node.name === 'xsd:group')
      return `(?:${this.particles(this.named.get(`xsd:group ${node.attributes.get('ref')}`) ?? node)})${times}`
    return node.name === 'xsd:complexContent' || node.name === 'xsd:extension' ? this.particles(node) : ''
  }

  private attributes(node: XmlElement): [string, boolean][] {
    return node.children.flatMap((child): [string, boolean][] => {
      if (child.name === 'xsd:attribute') {
        const name = child.attributes.get('name') ?? child.attributes.get('ref') ?? ''
        return [[name, child.attributes.get('use') === 'required']]
      }
      if (child.name === 'xsd:attributeGroup')
        return this.attributes(this.named.get(`xsd:attributeGroup ${child.attributes.get('ref')}`) ?? child)
      return child.name === 'xsd:element' || child.name === 'xsd:group' ? [] : this.attributes(child)
    })
  }
}

function occurrences(node: XmlElement): string {
  const least = node.attributes.get('minOccurs') ?? '1'
  const most = node.attributes.get('maxOccurs') ?? '1'
  if (least === '1' && most === '1') return ''
  return `{${least},${most === 'unbounded' ? '' : most}}`
}

function descendant(node: XmlElement, name: string): XmlElement | undefined {
  return (
    node.children.find((child) => child.name === name) ??
    node.children.map((child) => descendant(child, name)).find((found) => found !== undefined)
  )
}
