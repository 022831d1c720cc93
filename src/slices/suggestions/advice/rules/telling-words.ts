const SHOWN = 3
/** Openings and closings of every suggestion. */
const FORM =
  /人大代表|了解到|反映|切身利益|盼望|列入|有关部门|关系群众|结合日常|年度工作|选民|走访|^的建议$|^建议$|^街道$|^代表$|^社区$|^群众$/u

/** Of the pieces that two texts share, those that tell something, in the form in which a person says them. */
export function tellingWords(shared: readonly string[]): string[] {
  const words = shared.map((piece) => piece.replace(/^的|^关于/u, '').replace(/的建议$|的$/u, ''))
  return [...new Set(words)].filter((word) => [...word].length >= 2 && !FORM.test(word)).slice(0, SHOWN)
}
