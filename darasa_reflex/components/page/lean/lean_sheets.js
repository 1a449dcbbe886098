// Of the sheet of Radix Themes, 700 kB, only what its parts on our pages use. See lean.py.
const PARTS = /^rt-((AlertDialog|BaseDialog)\w*|Flex|Heading|Text)$/;
const LAYOUT = /^rt-r-(align|lt|max-w|mb|size)\b/;
const COLOURS = /^--(amber|bronze|brown|crimson|cyan|gold|grass|green|indigo|iris|jade|lime|mauve|mint|olive|orange|pink|plum|purple|ruby|sage|sand|sky|teal|tomato|violet|yellow)-/;
const COLOURED = /^\[data-(?:accent|gray)-color="?(?!blue|slate|gray)\w/;
const CLASS = /\.((?:[\w-]|\\.)+)/g;

const isUsed = (selector) =>
  !COLOURED.test(selector.replace(/^\.radix-themes:where\(/, "")) &&
  [...selector.matchAll(CLASS)].every(
    ([, name]) => !/(^|:)rt-/.test(name) || PARTS.test(name) || LAYOUT.test(name),
  );

export default {
  postcssPlugin: "lean-sheets",
  OnceExit(sheet) {
    sheet.walkRules((rule) => {
      rule.walkDecls(COLOURS, (declaration) => void declaration.remove());
      // Steps of an animation have selectors that are none.
      if (rule.parent.type === "atrule" && rule.parent.name.endsWith("keyframes")) return;
      const used = rule.selectors.filter(isUsed);
      if (used.length === 0 || rule.nodes.length === 0) rule.remove();
      else if (used.length < rule.selectors.length) rule.selectors = used;
    });
    sheet.walkAtRules((rule) => void (rule.nodes?.length === 0 && rule.remove()));
  },
};
