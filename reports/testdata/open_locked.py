# Opens a locked workbook with LibreOffice: with its password, with another, and with none. Says what came of each.
import subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue

path, password, profile = sys.argv[1:]
pipe = "bolyst-%d" % time.time_ns()
office = subprocess.Popen(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
                           "--accept=pipe,name=%s;urp;" % pipe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for attempt in range(120):
    try:
        context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        break
    except Exception:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
for name, word in (("with", password), ("wrong", password.lower()), ("without", None)):
    options = [PropertyValue("Hidden", 0, True, 0)]
    if word is not None:
        options.append(PropertyValue("Password", 0, word, 0))
    try:
        book = desktop.loadComponentFromURL("file://" + path, "_blank", 0, tuple(options))
        print(name + ":", book.Sheets.getByIndex(0).Name if book else "refused")
    except Exception:
        print(name + ": refused")
desktop.terminate()
office.wait(60)
