// Loaded before the page is drawn, so that a chosen theme never flashes.
(() => {
  const key = 'local-teams-theme';
  const chosen = localStorage.getItem(key);
  if (chosen) {
    document.documentElement.dataset.theme = chosen;
  }

  window.toggleTheme = () => {
    const dark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.theme = dark ? 'light' : 'dark';
    localStorage.setItem(key, document.documentElement.dataset.theme);
  };
})();
