// For a browser that is too old for the app: what is kept on this device can be taken along, as the files that any other
// one opens. Written for browsers that know nothing newer than this.
(function () {
  var failed = document.getElementById("failed");
  var loading = document.getElementById("loading");
  if (!failed || document.getElementById("rescue")) return;
  if (loading) loading.setAttribute("hidden", "");
  failed.removeAttribute("hidden");

  var kept = [];
  try {
    for (var i = 0; i < localStorage.length; i++) {
      var key = localStorage.key(i);
      if (key.indexOf("ocop/dossier/") === 0) kept.push([key.slice("ocop/dossier/".length), localStorage.getItem(key)]);
    }
  } catch (blocked) {}
  if (!kept.length) return;

  var list = document.createElement("div");
  list.id = "rescue";
  var text = document.createElement("p");
  text.textContent = "Những gì đã lưu vẫn còn trên máy này. Tải về để mở bằng trình duyệt mới hơn, hoặc trên máy khác:";
  list.appendChild(text);
  for (var n = 0; n < kept.length; n++) list.appendChild(offer(kept[n][0], kept[n][1]));
  failed.parentNode.insertBefore(list, failed.nextSibling);

  function offer(id, dossier) {
    var name = "";
    try {
      name = JSON.parse(dossier).product.name || "";
    } catch (odd) {}
    var line = document.createElement("p");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Tải “" + (name || id) + "” (.json)";
    button.onclick = function () {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([dossier], { type: "application/json" }));
      link.download = "ocop-" + id + ".json";
      document.body.appendChild(link);
      link.click();
      document.body.removeChild(link);
    };
    line.appendChild(button);
    return line;
  }
})();
