(cookie, offered, catalogues) => {
  const kept = document.cookie.match(new RegExp(`(?:^|; )${cookie}=([a-z]+)`));
  const wished = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  const language = [kept && kept[1], ...wished, offered[0]].find((one) => offered.includes(one));
  window.darasaLanguage = language;
  if (!catalogues[language]) return;
  // Read before anything is drawn; without it the page is in English. (React writes a tag's name in
  // a script in another way than it reads it.)
  const tag = "script";
  document.write(`<${tag} src="${catalogues[language]}"></${tag}>`);
  // Nobody sees English first. What does not come in time must not hide the page.
  const { style } = document.documentElement;
  style.visibility = "hidden";
  setTimeout(() => style.removeProperty("visibility"), 8000);
};
