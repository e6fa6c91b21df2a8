// Runs before the page is painted: what must not flash or jump is settled here. No module, so that it also runs from a folder.
(function () {
  var root = document.documentElement;
  root.classList.add('kb-script');
  try {
    var theme = localStorage.getItem('kb-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (error) {
    // Storage may be forbidden; the system's theme serves.
  }
  // A folder has no server that would find a page's index.html.
  if (location.protocol === 'file:') {
    document.addEventListener('click', function (event) {
      var link = event.target.closest && event.target.closest('a[href]');
      if (link && link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    }, true);
  }
})();
