let engine = null;

/** Loads the Markdown library; returns false when npm has not installed it. */
export async function loadMarkdown() {
  try {
    const { default: MarkdownIt } = await import('../lib/markdown-it/markdown-it.esm.min.mjs');
    engine = new MarkdownIt({ html: false, linkify: true, breaks: true });
    const open = engine.renderer.rules.link_open ?? ((tokens, at, options, env, self) => self.renderToken(tokens, at, options));
    engine.renderer.rules.link_open = (tokens, at, ...rest) => {
      tokens[at].attrSet('target', '_blank');
      tokens[at].attrSet('rel', 'noopener noreferrer');
      return open(tokens, at, ...rest);
    };
    return true;
  } catch {
    return false;
  }
}

/** Markup from Markdown, with all HTML in it escaped; null when there is no library. */
export const toHtml = text => engine?.render(text) ?? null;
