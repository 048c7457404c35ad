print("sample-maker")
